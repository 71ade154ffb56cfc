CREATE TABLE `bank_holidays` (
	`division` text NOT NULL,
	`date` text NOT NULL,
	`title` text NOT NULL,
	PRIMARY KEY(`division`, `date`)
);
--> statement-breakpoint
CREATE TABLE `call_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`outcome` text NOT NULL,
	`contact_point_id` text,
	`health_before` text,
	`undone_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `call_list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `call_attempts_call` ON `call_attempts` (`call_id`,`at`);--> statement-breakpoint
CREATE INDEX `call_attempts_number` ON `call_attempts` (`contact_point_id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`message_id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`queued_at` integer NOT NULL,
	`post_by` integer NOT NULL,
	`printed_at` integer,
	`printed_by` text,
	`posted_at` integer,
	`posted_by` text,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letters_to_post` ON `letters` (`office_id`,`post_by`) WHERE posted_at is null;--> statement-breakpoint
CREATE TABLE `provider_states` (
	`id` text PRIMARY KEY NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`open_until` integer,
	`fault_since` integer,
	`fault_code` text,
	`trial_id` text,
	`trial_until` integer,
	`next_slot_at` real DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reminder_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`kind` text DEFAULT '' NOT NULL,
	`version` integer NOT NULL,
	`effective_from` integer NOT NULL,
	`rules` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminder_policies_once` ON `reminder_policies` (`office_id`,`kind`,`version`);--> statement-breakpoint
CREATE TABLE `sending_holds` (
	`scope` text NOT NULL,
	`reason` text NOT NULL,
	`since` integer NOT NULL,
	`by` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`scope`, `reason`)
);
--> statement-breakpoint
ALTER TABLE `call_list` ADD `next_try_at` integer;--> statement-breakpoint
ALTER TABLE `call_list` ADD `escalated_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `no_messages` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `price` real;--> statement-breakpoint
ALTER TABLE `messages` ADD `currency` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `ask_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `check_first` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_to_ask` ON `messages` (`ask_at`) WHERE ask_at is not null;--> statement-breakpoint
CREATE INDEX `messages_ended` ON `messages` (`finished_at`) WHERE finished_at is not null;--> statement-breakpoint
ALTER TABLE `offices` ADD `division` text DEFAULT 'england-and-wales' NOT NULL;--> statement-breakpoint
ALTER TABLE `offices` ADD `opens_at` text DEFAULT '09:00' NOT NULL;--> statement-breakpoint
ALTER TABLE `offices` ADD `closes_at` text DEFAULT '17:00' NOT NULL;--> statement-breakpoint
ALTER TABLE `replies` ADD `answer_id` text;