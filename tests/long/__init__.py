"""Proofs that take an hour: run by `make test-long`, reported in bench/."""
