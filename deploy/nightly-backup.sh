#!/bin/sh
# Backs the database up into a folder, and keeps the newest backups there: nightly-backup.sh FOLDER HOW_MANY
# With the settings of the services; run from Waymark's folder. Nothing is thrown away unless a new backup is there.
set -eu
folder=$1
keep=$2
mkdir -p "$folder"
chmod 700 "$folder"
node --import tsx commands/db.ts backup "$folder/waymark-$(date -u +%Y%m%dT%H%M%SZ).backup"
# Names are times, so that the order of the names is theirs.
ls -1 "$folder" | grep '^waymark-.*\.backup$' | sort -r | tail -n "+$((keep + 1))" | while read -r old; do
  rm -f -- "$folder/$old"
done
