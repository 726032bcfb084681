"""The examples for continuous integration, and what they would run."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

import make
from tests.support.cli import SOURCE

EXAMPLES = Path(make.__file__).parent / "examples" / "ci"
TAG = "v1.2.0"


class Loader(yaml.SafeLoader):
    """Reads `on` as the word that it is for GitHub, and not as a truth value."""


Loader.yaml_implicit_resolvers = {
    first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def example(name: str) -> dict[str, Any]:
    """Return an example as data; true and false are words in it."""
    found = yaml.load((EXAMPLES / name).read_text(encoding="utf-8"), Loader)
    assert isinstance(found, dict)
    return found


def github_lines() -> Iterator[str]:
    """Yield the lines that the workflow gives to a shell, in their order."""
    for job in example("github-actions.yml")["jobs"].values():
        for step in job["steps"]:
            yield from step.get("run", "").splitlines()


def gitlab_lines() -> Iterator[str]:
    """Yield the lines that the pipeline gives to a shell, in the order of its stages."""
    pipeline = example("gitlab-ci.yml")
    jobs = [each for each in pipeline.values() if isinstance(each, dict) and "script" in each]
    for stage in pipeline["stages"]:
        for job in jobs:
            if job["stage"] == stage:
                yield from job["script"]


def run(line: str, folder: Path, programs: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a line as a runner does, where `deckbuild` is a program of the folder *programs*."""
    program = programs / "deckbuild"
    if not program.exists():
        programs.mkdir()
        start = shlex.join(["env", f"PYTHONPATH={SOURCE}", sys.executable, "-m", "deckbuild"])
        program.write_text(f'#!/bin/sh\nexec {start} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", line],
        cwd=folder,
        env={**os.environ, **env, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
