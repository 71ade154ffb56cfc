CREATE TABLE `helped_things` (
	`thing_id` text PRIMARY KEY NOT NULL,
	`help_id` text NOT NULL,
	FOREIGN KEY (`help_id`) REFERENCES `helps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `helped_things_help` ON `helped_things` (`help_id`);