"""What two leaders print or put on a wall, made from what trainees see: never written twice."""
