CREATE TABLE `access_needs` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`need` text NOT NULL,
	`detail` text,
	`told_at` integer NOT NULL,
	`told_by` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `access_needs_customer` ON `access_needs` (`customer_id`);--> statement-breakpoint
CREATE TABLE `appointment_feedback` (
	`appointment_id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`answer` text NOT NULL,
	`comment` text,
	`way` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `barriers` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`told_at` integer NOT NULL,
	`told_by` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `barriers_customer` ON `barriers` (`customer_id`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`customer_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_tokenHash_unique` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `club_goings` (
	`id` text PRIMARY KEY NOT NULL,
	`club_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer,
	`message_id` text,
	FOREIGN KEY (`club_id`) REFERENCES `clubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `club_goings_once` ON `club_goings` (`club_id`,`customer_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `club_goings_customer` ON `club_goings` (`customer_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_customer` ON `consents` (`customer_id`,`given_at`);--> statement-breakpoint
CREATE TABLE `contact_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`value_index` text NOT NULL,
	`replaces_id` text,
	`replaced_index` text,
	`code_hash` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`confirmed_at` integer,
	`cancelled_at` integer,
	`seen_at` integer,
	`seen_by` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seen_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_changes_customer` ON `contact_changes` (`customer_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `covers` (
	`id` text PRIMARY KEY NOT NULL,
	`adviser_id` text NOT NULL,
	`stand_in_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`ended_at` integer,
	FOREIGN KEY (`adviser_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stand_in_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `covers_adviser` ON `covers` (`adviser_id`,`until_on`);--> statement-breakpoint
CREATE TABLE `earlier_wishes` (
	`appointment_id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `earlier_wishes_customer` ON `earlier_wishes` (`customer_id`);--> statement-breakpoint
CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`title` text NOT NULL,
	`horizon` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goals_customer` ON `goals` (`customer_id`);--> statement-breakpoint
CREATE TABLE `journal_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`at` integer NOT NULL,
	`written_by` text NOT NULL,
	`staff_id` text,
	`body` text NOT NULL,
	`read_at` integer,
	`done_at` integer,
	`done_by` text,
	`done_note` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journal_entries_customer` ON `journal_entries` (`customer_id`,`at`);--> statement-breakpoint
CREATE TABLE `local_help` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`office_id` text NOT NULL,
	`barrier` text NOT NULL,
	`name` text NOT NULL,
	`what` text NOT NULL,
	`what_in_welsh` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `local_help_ref_unique` ON `local_help` (`ref`);--> statement-breakpoint
CREATE INDEX `local_help_office` ON `local_help` (`office_id`,`barrier`);--> statement-breakpoint
CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`name` text NOT NULL,
	`what` text NOT NULL,
	`what_in_welsh` text DEFAULT '' NOT NULL,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partners_ref_unique` ON `partners` (`ref`);--> statement-breakpoint
CREATE TABLE `passkey_challenges` (
	`browser_hash` text PRIMARY KEY NOT NULL,
	`challenge` text NOT NULL,
	`customer_id` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text DEFAULT '' NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `passkeys_customer` ON `passkeys` (`customer_id`);--> statement-breakpoint
CREATE TABLE `plan_agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`agreed_at` integer NOT NULL,
	`agreed_by` text NOT NULL,
	`next_review_on` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_agreements_customer` ON `plan_agreements` (`customer_id`,`agreed_at`);--> statement-breakpoint
CREATE TABLE `sign_in_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_cards_codeHash_unique` ON `sign_in_cards` (`code_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_cards_customer` ON `sign_in_cards` (`customer_id`);--> statement-breakpoint
CREATE TABLE `sign_in_records` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`at` integer NOT NULL,
	`way` text NOT NULL,
	`device` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_in_records_customer` ON `sign_in_records` (`customer_id`,`at`);--> statement-breakpoint
CREATE TABLE `step_events` (
	`id` text PRIMARY KEY NOT NULL,
	`step_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`note` text,
	FOREIGN KEY (`step_id`) REFERENCES `steps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `step_events_step` ON `step_events` (`step_id`,`at`);--> statement-breakpoint
ALTER TABLE `appointments` ADD `venue` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `join_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `known_as` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `office_said` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `quiet_from` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `quiet_to` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `step_reminders` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `step_reminder_days` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `password_hash` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `helps_with` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `speaks` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `video_room` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `steps` ADD `goal_id` text;--> statement-breakpoint
ALTER TABLE `steps` ADD `trouble` text;--> statement-breakpoint
ALTER TABLE `steps` ADD `own_idea` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `steps` ADD `ended_at` integer;