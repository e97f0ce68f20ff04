"""What a resolution is: frozen values that never touch the outside."""
