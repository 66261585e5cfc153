# What `cmake --install` puts where: the libraries as a CMake package (find_package(makemore)), and the command.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/makemore")
install(TARGETS makemore_core makemore_model_file EXPORT makemore INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY core/include/ core/model_file/include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT makemore NAMESPACE makemore:: FILE makemoreTargets.cmake DESTINATION "${package}")
if(TARGET makemore)
  install(TARGETS makemore)
endif()

configure_package_config_file(cmake/makemoreConfig.cmake.in makemoreConfig.cmake INSTALL_DESTINATION "${package}")
# Before 1.0 a minor version may change the headers.
write_basic_package_version_file(makemoreConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/makemoreConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/makemoreConfigVersion.cmake"
  DESTINATION "${package}")
