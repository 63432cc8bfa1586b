"""The why: what the municipality wants to reach with its purchasing, who owns it and how it is measured."""
