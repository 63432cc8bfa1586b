"""What every test needs: the Dutch catalogue as it is now."""

from mvi import catalogue

catalogue.compile_dutch()  # before Django reads it
