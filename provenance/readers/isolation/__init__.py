"""Reading in processes that are shut in: what a hostile file does to its reader, it does to nothing else."""
