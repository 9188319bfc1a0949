"""Everything that can go wrong on the way to the service, over real sockets."""
