# Without reference types, so that the deferred functions get their slots in the one table that the glue knows.
# Parts the linked module in two, by what the first minute on the page runs: GLUE.js and BINARY (makemore.wasm),
# which becomes the first part, and makemore.deferred.wasm beside it.
#
#   cmake -D TOOLS=... -D NODE=... -D FOLDER=... -D LIST=... -P split.cmake

set(features --enable-simd --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int
  --enable-mutable-globals --enable-multivalue)
get_filename_component(here "${CMAKE_CURRENT_LIST_FILE}" DIRECTORY)
set(whole "${FOLDER}/makemore.whole.wasm")
set(instrumented "${FOLDER}/makemore.instrumented.wasm")
set(profile "${FOLDER}/makemore.profile")

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(COPY_FILE "${FOLDER}/makemore.wasm" "${whole}")
run("${TOOLS}/wasm-split" --instrument ${features} "${whole}" -o "${instrumented}")
run("${NODE}" "${here}/first_minute.mjs" "${FOLDER}/makemore.js" "${instrumented}" "${LIST}" "${profile}")
run("${TOOLS}/wasm-split" ${features} "${whole}" --profile=${profile}
  -o1 "${FOLDER}/makemore.wasm" -o2 "${FOLDER}/makemore.deferred.wasm")

# wasm-split leaves all data in the first part.
foreach(part IN ITEMS makemore makemore.deferred makemore.whole)
  run("${TOOLS}/wasm-dis" ${features} "${FOLDER}/${part}.wasm" -o "${FOLDER}/${part}.wat")
endforeach()
run("${NODE}" "${here}/split_data.mjs"
  "${FOLDER}/makemore.whole.wat" "${FOLDER}/makemore.wat" "${FOLDER}/makemore.deferred.wat")
foreach(part IN ITEMS makemore makemore.deferred)
  run("${TOOLS}/wasm-as" ${features} "${FOLDER}/${part}.wat" -o "${FOLDER}/${part}.wasm")
  run("${TOOLS}/wasm-opt" ${features} --memory-packing "${FOLDER}/${part}.wasm" -o "${FOLDER}/${part}.wasm")
endforeach()

# Whole, it is what the npm package holds (scripts/package).
run("${TOOLS}/wasm-opt" ${features} --memory-packing --strip-debug "${whole}" -o "${whole}")
