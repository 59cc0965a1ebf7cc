# Writes the bytes of the model files into a source file, so that the binaries
# need no data beside them. Included from checks/CMakeLists.txt; as a script
# (cmake -P) it writes the file.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(EmbedScript ${CMAKE_CURRENT_LIST_FILE})
  get_filename_component(EmbedRoot ${CMAKE_CURRENT_LIST_DIR} DIRECTORY)
  file(GLOB ModelFiles CONFIGURE_DEPENDS
       ${EmbedRoot}/drivers/*.json ${EmbedRoot}/threads/*.json
       ${EmbedRoot}/library/*.json)
  set(EmbedOutput ${CMAKE_CURRENT_BINARY_DIR}/EmbeddedModels.cpp)
  add_custom_command(
    OUTPUT ${EmbedOutput}
    COMMAND ${CMAKE_COMMAND} -DRoot=${EmbedRoot} -DOutput=${EmbedOutput}
            -P ${EmbedScript}
    DEPENDS ${ModelFiles} ${EmbedScript}
    COMMENT "Embedding the models")
  set(CURSOR_TIDY_EMBEDDED ${EmbedOutput})
  return()
endif()

file(GLOB Files RELATIVE ${Root} ${Root}/drivers/*.json ${Root}/threads/*.json
     ${Root}/library/*.json)
list(SORT Files)
set(Source "// Written by Embed.cmake from the model files.\n")
string(APPEND Source "#include \"model/Embedded.h\"\n\n")
string(APPEND Source "using cursor_tidy::model::EmbeddedFile;\n\n")
set(Rows "")
set(Number 0)
foreach(File IN LISTS Files)
  file(READ ${Root}/${File} Hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," Bytes "${Hex}")
  string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" Bytes "${Bytes}")
  string(APPEND Source
         "static const unsigned char File${Number}[] = {\n${Bytes}0};\n\n")
  string(APPEND Rows
         "    {\"${File}\", {reinterpret_cast<const char *>(File${Number}), sizeof File${Number} - 1}},\n")
  math(EXPR Number "${Number} + 1")
endforeach()
string(APPEND Source "static const EmbeddedFile Files[] = {\n${Rows}};\n\n")
string(APPEND Source
       "std::span<const EmbeddedFile> cursor_tidy::model::embeddedFiles() {\n  return Files;\n}\n")
file(WRITE ${Output} "${Source}")
