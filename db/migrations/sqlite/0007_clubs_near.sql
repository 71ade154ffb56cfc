-- locks: clubs, for a moment: some thousands of rows in a country
CREATE INDEX `clubs_latitude` ON `clubs` (`latitude`);