# Makes every KEY=value of scripts/versions.env a CMake variable, so that a version is written down once.

file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../scripts/versions.env" pins REGEX "^[A-Z0-9_]+=")
foreach(pin IN LISTS pins)
  string(REGEX MATCH "^([A-Z0-9_]+)=(.*)$" _ "${pin}")
  set(${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/../scripts/versions.env")
