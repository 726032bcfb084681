"""What was made before, found again: values by the digest of what they were made from, and files by their
state.

Two tables, after Bazel's remote execution: a content store (digest → bytes, `store`) and an action table
(digest of everything that went in → digests of what came out, and the diagnostics to say again,
`actions`). Beside them stand what files were parsed to (`trees`), the states of files (`states`), so that
a file that did not change is not read again, and records of whole builds (`record`), so that a build in
which nothing changed looks at nothing else.

Nothing here is needed for a right result. What cannot be written is a miss next time; what cannot be
read, is damaged or is gone is a miss now; either is told as a `Trouble` and stops nothing. Both are safe
under two builds at once and a kill at any moment: files are written beside their place and renamed, and
none is changed afterwards but for the marks of use, which decide only what is thrown away first.

The standard library alone is used, and nothing is imported here, since a build in which nothing changed
needs `place`, `code` and `record` alone.
"""
