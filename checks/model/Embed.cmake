# Writes the bytes of the model files into a source file, so that the binaries
# need no data beside them, with an index of what they speak of (embed/Main.cpp).
file(GLOB ModelFiles CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_LIST_DIR}/..
     ${CMAKE_CURRENT_LIST_DIR}/../drivers/*.json
     ${CMAKE_CURRENT_LIST_DIR}/../threads/*.json
     ${CMAKE_CURRENT_LIST_DIR}/../library/*.json)
list(SORT ModelFiles)
list(TRANSFORM ModelFiles PREPEND ${CMAKE_CURRENT_LIST_DIR}/../
     OUTPUT_VARIABLE ModelPaths)

add_executable(cursor-embed model/embed/Main.cpp)
target_link_libraries(cursor-embed PRIVATE cursor-model LLVM)
set(EmbedOutput ${CMAKE_CURRENT_BINARY_DIR}/EmbeddedModels.cpp)
add_custom_command(
  OUTPUT ${EmbedOutput}
  COMMAND cursor-embed ${EmbedOutput} ${CMAKE_CURRENT_LIST_DIR}/.. ${ModelFiles}
  DEPENDS cursor-embed ${ModelPaths}
  COMMENT "Embedding the models")
