"""The values that flow between the rooms: frozen, standard library only, no I/O."""
