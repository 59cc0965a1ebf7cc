# How the tests are found and run; test/README.md says how to write one.
import os
import shlex
import sys

import lit.formats

here = os.path.dirname(os.path.abspath(__file__))

if not hasattr(config, "build"):
    # lit was given a folder of the source tree: take the build of test/run.
    site = os.path.join(here, "..", "build", "dev", "test", "lit.site.cfg.py")
    if not os.path.exists(site):
        lit_config.fatal("not built yet: run test/run first")
    lit_config.load_config(config, os.path.abspath(site))
else:
    config.name = "cursor-tidy"
    config.test_format = lit.formats.ShTest(execute_external=False)
    config.test_source_root = here
    config.suffixes = [".c", ".cpp", ".test"]
    config.excludes = ["bench", "scale", "unit", "Inputs"]

    tool = os.path.join(config.build, "bin", "cursor-tidy")
    plugin = os.path.join(
        config.build, "lib", "cursor-tidy-plugin-%s.so" % config.llvm_major
    )
    clang_tidy = os.path.join(config.llvm, "clang-tidy")
    for part in (tool, plugin, clang_tidy, os.path.join(config.llvm, "FileCheck")):
        if not os.path.exists(part):
            lit_config.fatal("%s is missing: nothing can be tested" % part)

    # Only what a user has who just installed the packages, and LLVM's own tools.
    config.environment["PATH"] = os.pathsep.join([config.llvm, os.environ["PATH"]])

    def command(*words):
        return " ".join(shlex.quote(word) for word in words)

    # What a run keeps must not meet what another build or a user's runs have kept.
    config.environment["XDG_CACHE_HOME"] = os.path.join(config.build, "test", "cache")

    check = command(
        sys.executable,
        os.path.join(here, "check"),
        "--tool=" + tool,
        "--plugin=" + plugin,
        "--llvm=" + config.llvm,
    )
    truth = command(
        sys.executable,
        os.path.join(here, "truth", "run"),
        "--clang=" + config.llvm,
        "--scratch=" + os.path.join(config.build, "test", "truth"),
    )
    config.substitutions += [
        (r"%check\b", check),
        (r"%truth\b", truth),
        (r"%cursor-tidy\b", command(tool)),
        (r"%clang-tidy\b", command(clang_tidy, "-load", plugin)),
        (r"%plugin\b", command(plugin)),
        (r"%exits\b", command(sys.executable, os.path.join(here, "exits"))),
        (r"%python\b", command(sys.executable)),
        (r"%source\b", config.source),
        (r"%build\b", config.build),
    ]
