"""The forms that findings can be shown in, one file each."""
