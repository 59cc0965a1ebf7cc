"""cursor_tidy_test(name, deps): the handles of a whole program, followed.

The sources of the deps and of all that they depend on are one program. Each source is
extracted in an action of its own, cached and distributed like any other; the test links
what was extracted, prints the findings and fails when there are some.
"""

load("@bazel_tools//tools/build_defs/cc:action_names.bzl", "CPP_COMPILE_ACTION_NAME", "C_COMPILE_ACTION_NAME")
load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain")

_Facts = provider(fields = {
    "facts": "what was extracted of a target and its dependencies",
    "sources": "the files that findings may lie in",
})

_EXTENSIONS = ["c", "cc", "cp", "cxx", "cpp", "c++", "C"]

def _flags(context, target, toolchain, source):
    """The flags that Bazel would compile a source with."""
    is_c = source.extension == "c"
    features = cc_common.configure_features(
        ctx = context,
        cc_toolchain = toolchain,
        requested_features = context.features,
        unsupported_features = context.disabled_features,
    )
    headers = target[CcInfo].compilation_context
    fragment = context.fragments.cpp
    own = [
        context.expand_make_variables("copts", each, {})
        for each in getattr(context.rule.attr, "copts", [])
    ]
    local = getattr(context.rule.attr, "local_defines", [])
    variables = cc_common.create_compile_variables(
        feature_configuration = features,
        cc_toolchain = toolchain,
        user_compile_flags = fragment.copts + (fragment.conlyopts if is_c else fragment.cxxopts) + own,
        include_directories = headers.includes,
        quote_include_directories = headers.quote_includes,
        system_include_directories = headers.system_includes,
        preprocessor_defines = depset(local, transitive = [headers.defines]),
    )
    return cc_common.get_memory_inefficient_command_line(
        feature_configuration = features,
        action_name = C_COMPILE_ACTION_NAME if is_c else CPP_COMPILE_ACTION_NAME,
        variables = variables,
    )

def _extract(context, target, toolchain, source):
    facts = context.actions.declare_file(
        "_cursor_tidy/%s/%s.facts" % (context.label.name, source.short_path.replace("/", "_")),
    )
    config = context.files._config
    context.actions.run(
        executable = context.file._tool,
        # A source that Clang cannot parse does not stop the build; the link names it.
        arguments = ["extract", "--quiet", "--no-cache", "--exit-zero", "--root=."] +
                    ["--config=" + (config[0].path if config else "none"), "-o", facts.path, source.path, "--"] +
                    _flags(context, target, toolchain, source),
        inputs = depset(
            [source] + config,
            transitive = [target[CcInfo].compilation_context.headers, toolchain.all_files],
        ),
        outputs = [facts],
        mnemonic = "CursorTidyExtract",
        progress_message = "Extracting the handles of " + source.short_path,
    )
    return facts

def _aspect(target, context):
    dependencies = [
        each[_Facts]
        for name in ["deps", "srcs", "implementation_deps"]
        for each in getattr(context.rule.attr, name, [])
        if _Facts in each
    ]
    facts, sources = [], []
    if CcInfo in target and hasattr(context.rule.attr, "srcs"):
        toolchain = find_cpp_toolchain(context)
        sources = context.rule.files.srcs + getattr(context.rule.files, "hdrs", [])
        facts = [
            _extract(context, target, toolchain, each)
            for each in context.rule.files.srcs
            if each.extension in _EXTENSIONS
        ]
    return [_Facts(
        facts = depset(facts, transitive = [each.facts for each in dependencies]),
        sources = depset(sources, transitive = [each.sources for each in dependencies]),
    )]

_extracted = aspect(
    implementation = _aspect,
    attr_aspects = ["deps", "srcs", "implementation_deps"],
    attrs = {
        "_cc_toolchain": attr.label(default = "@bazel_tools//tools/cpp:current_cc_toolchain"),
        "_config": attr.label(default = "@cursor_tidy//:config", allow_files = True),
        "_tool": attr.label(default = "@cursor_tidy//:tool", allow_single_file = True),
    },
    fragments = ["cpp"],
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
)

def _test(context):
    facts = depset(transitive = [each[_Facts].facts for each in context.attr.deps])
    sources = depset(transitive = [each[_Facts].sources for each in context.attr.deps])
    config = context.files._config
    words = [context.file._tool.short_path, "link", "--root=."] + \
            ["--config=" + (config[0].short_path if config else "none")] + context.attr.options
    listed = context.actions.declare_file(context.label.name + ".facts")
    context.actions.write(listed, "".join([each.short_path + "\n" for each in facts.to_list()]))
    script = context.actions.declare_file(context.label.name)
    context.actions.write(
        script,
        "#!/bin/sh\nexec %s @%s\n" % (" ".join(["'%s'" % each for each in words]), listed.short_path),
        is_executable = True,
    )
    return [DefaultInfo(
        executable = script,
        runfiles = context.runfiles(
            files = [listed, context.file._tool] + config,
            transitive_files = depset(transitive = [facts, sources]),
        ),
    )]

cursor_tidy_test = rule(
    implementation = _test,
    test = True,
    attrs = {
        "deps": attr.label_list(aspects = [_extracted], doc = "the targets that are one program"),
        "options": attr.string_list(doc = "for the link, as --checks=..."),
        "_config": attr.label(default = "@cursor_tidy//:config", allow_files = True),
        "_tool": attr.label(default = "@cursor_tidy//:tool", allow_single_file = True),
    },
)
