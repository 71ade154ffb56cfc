CREATE TABLE `customer_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`office_id` text NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`service` text NOT NULL,
	`way` text NOT NULL,
	`help_id` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`help_id`) REFERENCES `helps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customer_acts_customer` ON `customer_acts` (`customer_id`,`at`);--> statement-breakpoint
CREATE INDEX `customer_acts_office` ON `customer_acts` (`office_id`,`at`);--> statement-breakpoint
CREATE INDEX `customer_acts_help` ON `customer_acts` (`help_id`);--> statement-breakpoint
CREATE TABLE `digital_places` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`office_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`what` text NOT NULL,
	`what_in_welsh` text DEFAULT '' NOT NULL,
	`teaches` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`postcode` text DEFAULT '' NOT NULL,
	`latitude` real,
	`longitude` real,
	`phone` text DEFAULT '' NOT NULL,
	`open` text DEFAULT '' NOT NULL,
	`cost` text DEFAULT '' NOT NULL,
	`step_free` integer DEFAULT false NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digital_places_ref_unique` ON `digital_places` (`ref`);--> statement-breakpoint
CREATE INDEX `digital_places_office` ON `digital_places` (`office_id`,`kind`);--> statement-breakpoint
CREATE TABLE `fairness_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`month` text NOT NULL,
	`made_at` integer NOT NULL,
	`figures` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fairness_checks_once` ON `fairness_checks` (`office_id`,`month`);--> statement-breakpoint
CREATE TABLE `form_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`path` text NOT NULL,
	`fields` text NOT NULL,
	`saved_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `form_drafts_once` ON `form_drafts` (`customer_id`,`path`);--> statement-breakpoint
CREATE TABLE `format_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`office_id` text NOT NULL,
	`kind` text NOT NULL,
	`appointment_id` text,
	`meets_at` integer,
	`paper` text,
	`spoken` text DEFAULT '' NOT NULL,
	`owner_id` text,
	`supplier` text DEFAULT '' NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`due_on` text NOT NULL,
	`state` text DEFAULT 'to_arrange' NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`note` text,
	`updated_at` integer NOT NULL,
	`closed_at` integer,
	`chased_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `format_requests_office` ON `format_requests` (`office_id`,`closed_at`,`due_on`);--> statement-breakpoint
CREATE INDEX `format_requests_customer` ON `format_requests` (`customer_id`);--> statement-breakpoint
CREATE INDEX `format_requests_appointment` ON `format_requests` (`appointment_id`);--> statement-breakpoint
CREATE TABLE `helps` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`office_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`way` text NOT NULL,
	`identity` text NOT NULL,
	`visit_id` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`read_back_at` integer,
	`contact_id` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `helps_customer` ON `helps` (`customer_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `helps_staff` ON `helps` (`staff_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `identity_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`office_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	`asked` text NOT NULL,
	`passed` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identity_checks_customer` ON `identity_checks` (`customer_id`,`at`);--> statement-breakpoint
CREATE TABLE `kiosk_pins` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`pin_hash` text NOT NULL,
	`made_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kiosk_pins_once` ON `kiosk_pins` (`office_id`,`pin_hash`);--> statement-breakpoint
CREATE TABLE `kiosks` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`name` text NOT NULL,
	`code_hash` text,
	`code_until` integer,
	`secret_hash` text,
	`created_at` integer NOT NULL,
	`created_by` text,
	`enrolled_at` integer,
	`revoked_at` integer,
	`revoked_by` text,
	`opened_at` integer,
	`opened_by` text,
	`open_until` integer,
	`last_used_at` integer,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kiosks_codeHash_unique` ON `kiosks` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `kiosks_secretHash_unique` ON `kiosks` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `kiosks_office` ON `kiosks` (`office_id`);--> statement-breakpoint
CREATE TABLE `other_ways` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`office_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`wants` text NOT NULL,
	`note` text,
	`told_by` text NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `other_ways_office` ON `other_ways` (`office_id`,`settled_at`);--> statement-breakpoint
CREATE INDEX `other_ways_customer` ON `other_ways` (`customer_id`);--> statement-breakpoint
CREATE TABLE `outlooks` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`confidence` text,
	`attitude` text,
	`note` text,
	`told_at` integer NOT NULL,
	`told_by` text NOT NULL,
	`staff_id` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outlooks_customer` ON `outlooks` (`customer_id`,`told_at`);--> statement-breakpoint
CREATE TABLE `profiles` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`source` text DEFAULT 'asked' NOT NULL,
	`answers` text NOT NULL,
	`started_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`finished_at` integer,
	`told_by` text NOT NULL,
	`asked_by` text,
	`version` integer,
	`score` integer,
	`recommended` text,
	`rule` text,
	`age_band` text,
	`decided` text,
	`decided_at` integer,
	`decided_by` text,
	`decided_reason` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `profiles_customer` ON `profiles` (`customer_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `reasks` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`office_id` text NOT NULL,
	`reason` text NOT NULL,
	`raised_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reasks_office` ON `reasks` (`office_id`,`closed_at`);--> statement-breakpoint
CREATE INDEX `reasks_customer` ON `reasks` (`customer_id`);--> statement-breakpoint
CREATE TABLE `signposts` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`office_id` text NOT NULL,
	`need` text NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	`name` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text,
	`ask_on` text,
	`outcome` text,
	`outcome_at` integer,
	`outcome_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outcome_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signposts_customer` ON `signposts` (`customer_id`,`given_at`);--> statement-breakpoint
CREATE INDEX `signposts_office` ON `signposts` (`office_id`,`ask_on`);--> statement-breakpoint
CREATE TABLE `visit_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`task` text NOT NULL,
	`at` integer NOT NULL,
	`result` text NOT NULL,
	`agreed_at` integer,
	`profile_id` text,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_tasks_once` ON `visit_tasks` (`visit_id`,`task`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`office_id` text NOT NULL,
	`wants` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_from` text NOT NULL,
	`kiosk_id` text,
	`champion_id` text,
	`taken_at` integer,
	`agreed_at` integer,
	`agreement_ended_at` integer,
	`agreement_ended_by` text,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kiosk_id`) REFERENCES `kiosks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`champion_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visits_office` ON `visits` (`office_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `visits_customer` ON `visits` (`customer_id`,`asked_at`);--> statement-breakpoint
ALTER TABLE `customers` ADD `bilingual_letters` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `kiosk_id` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `help_id` text;
