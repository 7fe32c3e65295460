"""Documents of known truth, printed in several layouts, and what importers make of them."""
