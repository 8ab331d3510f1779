"""The deliberation on a projector: large, for everybody in the room, without names of jurors."""
