#!/bin/sh
# Tries out a restore of the newest backup in a folder, beside the database in use: drill-newest.sh FOLDER
# With the settings of the services; run from Waymark's folder.
set -eu
newest=$(ls -1 "$1" | grep '^waymark-.*\.backup$' | sort | tail -n 1)
if [ -z "$newest" ]; then
  echo "There is no backup in $1." >&2
  exit 1
fi
exec node --import tsx commands/db.ts drill "$1/$newest"
