"""Makes the installed tool known to Bazel."""

def _tool(context):
    path = context.attr.path or context.which("cursor-tidy")
    if not path:
        fail("there is no cursor-tidy in PATH; give its path")
    context.symlink(path, "cursor-tidy")
    context.file("BUILD", """exports_files(["cursor-tidy"])\n""")

cursor_tidy_tool = repository_rule(
    implementation = _tool,
    attrs = {"path": attr.string(doc = "of the tool; else it is that of PATH")},
    environ = ["PATH"],
    local = True,
)
