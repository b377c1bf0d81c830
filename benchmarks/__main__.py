"""`python -m benchmarks`: everything that is measured, in one run."""

from benchmarks.speed import main

main()
