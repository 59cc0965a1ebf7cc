# find_package(cursor-tidy), or include() of this file, gives a function that makes
# the analysis a part of a build:
#
#   cursor_tidy_target(TARGET... [NAME NAME] [OPTIONS OPTION...] [ALL])
#
# The sources of these targets are one program. Each source is extracted in a build
# step of its own, again only when it or a header of it has changed; the target
# cursor-tidy-NAME (of the first target, if not given) links what was extracted and
# prints the findings. It fails when there are some, unless OPTIONS has --exit-zero.
# With ALL it is part of the default build. A target may be part of several programs.
#
# Needs CMAKE_EXPORT_COMPILE_COMMANDS, and Ninja or Makefiles.
include_guard(GLOBAL)

find_program(CURSOR_TIDY cursor-tidy
  HINTS ${CMAKE_CURRENT_LIST_DIR}/../../../bin
  DOC "The whole-program tool of cursor-tidy")

# Adds the build steps of one target, once, and lists their outputs.
function(_cursor_tidy_extract Target Into)
  get_target_property(Facts ${Target} CURSOR_TIDY_FACTS)
  if(NOT Facts)
    set(Facts "")
    get_target_property(Sources ${Target} SOURCES)
    get_target_property(Folder ${Target} SOURCE_DIR)
    foreach(Source IN LISTS Sources)
      if(NOT Source MATCHES "\\.(c|cc|cp|cxx|cpp|c\\+\\+|C)$" OR Source MATCHES "^\\$<")
        continue()
      endif()
      get_filename_component(Path ${Source} ABSOLUTE BASE_DIR ${Folder})
      string(SHA1 Hash "${Path}")
      string(SUBSTRING ${Hash} 0 8 Hash)
      get_filename_component(Name ${Path} NAME)
      set(Output ${CMAKE_CURRENT_BINARY_DIR}/cursor-tidy/${Target}/${Name}-${Hash}.facts)
      add_custom_command(
        OUTPUT ${Output}
        COMMAND ${CURSOR_TIDY} extract -p ${CMAKE_BINARY_DIR} --quiet --exit-zero
                --depfile=${Output}.d -o ${Output} ${Path}
        DEPENDS ${Path} ${CMAKE_BINARY_DIR}/compile_commands.json
        DEPFILE ${Output}.d
        COMMENT "Extracting the handles of ${Name}"
        VERBATIM)
      list(APPEND Facts ${Output})
    endforeach()
    file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/cursor-tidy/${Target})
    # Generated headers are there once the target is built. The steps of two programs
    # that have a target in common are run by this one.
    add_custom_target(${Target}-cursor-tidy-facts DEPENDS ${Facts})
    add_dependencies(${Target}-cursor-tidy-facts ${Target})
    set_target_properties(${Target} PROPERTIES CURSOR_TIDY_FACTS "${Facts}")
  endif()
  set(${Into} ${Facts} PARENT_SCOPE)
endfunction()

function(cursor_tidy_target)
  cmake_parse_arguments(Of "ALL" "NAME" "OPTIONS" ${ARGN})
  set(Targets ${Of_UNPARSED_ARGUMENTS})
  if(NOT Targets)
    message(FATAL_ERROR "cursor_tidy_target: name one target or more")
  endif()
  if(NOT CURSOR_TIDY)
    message(FATAL_ERROR "cursor_tidy_target: there is no cursor-tidy in PATH; set CURSOR_TIDY")
  endif()
  if(NOT CMAKE_EXPORT_COMPILE_COMMANDS)
    message(FATAL_ERROR "cursor_tidy_target: set CMAKE_EXPORT_COMPILE_COMMANDS to ON "
                        "before the targets are added")
  endif()
  if(NOT Of_NAME)
    list(GET Targets 0 Of_NAME)
  endif()
  set(All "")
  set(Steps "")
  foreach(Target IN LISTS Targets)
    _cursor_tidy_extract(${Target} Facts)
    list(APPEND All ${Facts})
    list(APPEND Steps ${Target}-cursor-tidy-facts)
  endforeach()
  set(IsDefault "")
  if(Of_ALL)
    set(IsDefault ALL)
  endif()
  # Long programs have long command lines.
  set(List ${CMAKE_CURRENT_BINARY_DIR}/cursor-tidy/${Of_NAME}.list)
  list(JOIN All "\n" Lines)
  file(GENERATE OUTPUT ${List} CONTENT "${Lines}\n")
  add_custom_target(cursor-tidy-${Of_NAME} ${IsDefault}
    COMMAND ${CURSOR_TIDY} link ${Of_OPTIONS} @${List}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Following the handles of ${Of_NAME}"
    VERBATIM)
  add_dependencies(cursor-tidy-${Of_NAME} ${Steps})
endfunction()
