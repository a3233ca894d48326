"""What a workspace uses of its plan: reserved before the work, settled by its end, refunded when nothing came of it."""
