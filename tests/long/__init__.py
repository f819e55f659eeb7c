"""Proofs that take an hour or two: run by `make test-long`; what they found stands in bench/."""
