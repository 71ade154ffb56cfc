CREATE TABLE `appointment_events` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`before` text,
	`after` text,
	`undone_at` integer,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appointment_events_appointment` ON `appointment_events` (`appointment_id`,`at`);--> statement-breakpoint
CREATE TABLE `appointment_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`appointment_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appointment_links_appointment` ON `appointment_links` (`appointment_id`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`customer_id` text NOT NULL,
	`adviser_id` text NOT NULL,
	`office_id` text NOT NULL,
	`kind` text NOT NULL,
	`mode` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`bring` text DEFAULT '' NOT NULL,
	`status` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`booked_at` integer NOT NULL,
	`confirmed_at` integer,
	`cannot_come_at` integer,
	`cannot_come_reason` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adviser_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_ref_unique` ON `appointments` (`ref`);--> statement-breakpoint
CREATE INDEX `appointments_office_day` ON `appointments` (`office_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `appointments_customer` ON `appointments` (`customer_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `appointments_adviser` ON `appointments` (`adviser_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `areas` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text,
	`detail` text DEFAULT '' NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_chain` ON `audit_entries` (`chain`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_id`);--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`chain` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `availability` (
	`id` text PRIMARY KEY NOT NULL,
	`adviser_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`from_time` text NOT NULL,
	`to_time` text NOT NULL,
	FOREIGN KEY (`adviser_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `availability_adviser` ON `availability` (`adviser_id`);--> statement-breakpoint
CREATE TABLE `call_list` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`appointment_id` text,
	`message_id` text,
	`owner_id` text,
	`reason` text NOT NULL,
	`cause` text NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	`outcome` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_list_cause_unique` ON `call_list` (`cause`);--> statement-breakpoint
CREATE INDEX `call_list_open` ON `call_list` (`office_id`,`due_at`) WHERE done_at is null;--> statement-breakpoint
CREATE INDEX `call_list_appointment` ON `call_list` (`appointment_id`);--> statement-breakpoint
CREATE TABLE `clubs` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`address` text NOT NULL,
	`postcode` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`ask_for` text DEFAULT '' NOT NULL,
	`helps_with` text DEFAULT '' NOT NULL,
	`weekday` integer NOT NULL,
	`from_time` text NOT NULL,
	`to_time` text NOT NULL,
	`computers` integer DEFAULT false NOT NULL,
	`creche` integer DEFAULT false NOT NULL,
	`step_free` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clubs_ref_unique` ON `clubs` (`ref`);--> statement-breakpoint
CREATE TABLE `contact_points` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`value_index` text NOT NULL,
	`health` text DEFAULT 'untried' NOT NULL,
	`verified_at` integer,
	`last_delivered_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_points_once` ON `contact_points` (`customer_id`,`kind`,`value_index`);--> statement-breakpoint
CREATE INDEX `contact_points_value` ON `contact_points` (`value_index`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`office_id` text NOT NULL,
	`adviser_id` text,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`language` text NOT NULL,
	`discreet` integer DEFAULT false NOT NULL,
	`preferred_channel` text,
	`home_area` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adviser_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_ref_unique` ON `customers` (`ref`);--> statement-breakpoint
CREATE INDEX `customers_office` ON `customers` (`office_id`);--> statement-breakpoint
CREATE INDEX `customers_adviser` ON `customers` (`adviser_id`);--> statement-breakpoint
CREATE TABLE `message_events` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`detail` text,
	`news_key` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_events_once` ON `message_events` (`message_id`,`news_key`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`reminder_id` text,
	`appointment_id` text,
	`customer_id` text,
	`purpose` text NOT NULL,
	`attempt` integer DEFAULT 1 NOT NULL,
	`channel` text,
	`provider` text,
	`provider_id` text,
	`language` text NOT NULL,
	`recipient` text,
	`recipient_index` text,
	`subject` text,
	`body` text,
	`status` text NOT NULL,
	`reason` text,
	`error_code` text,
	`not_before` integer NOT NULL,
	`send_by` integer NOT NULL,
	`lease_owner` text,
	`lease_until` integer,
	`fence` integer DEFAULT 0 NOT NULL,
	`segments` integer,
	`request_id` text,
	`created_at` integer NOT NULL,
	`claimed_at` integer,
	`accepted_at` integer,
	`sent_at` integer,
	`delivered_at` integer,
	`finished_at` integer,
	FOREIGN KEY (`reminder_id`) REFERENCES `reminders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`not_before`) WHERE status = 'planned';--> statement-breakpoint
CREATE INDEX `messages_leased` ON `messages` (`lease_until`) WHERE status in ('claimed', 'unknown');--> statement-breakpoint
CREATE INDEX `messages_reminder` ON `messages` (`reminder_id`);--> statement-breakpoint
CREATE INDEX `messages_appointment` ON `messages` (`appointment_id`);--> statement-breakpoint
CREATE INDEX `messages_customer` ON `messages` (`customer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_recipient` ON `messages` (`recipient_index`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_provider` ON `messages` (`provider`,`provider_id`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`name` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`postcode` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`getting_there` text DEFAULT '' NOT NULL,
	`step_free` text DEFAULT '' NOT NULL,
	`time_zone` text DEFAULT 'Europe/London' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offices_ref_unique` ON `offices` (`ref`);--> statement-breakpoint
CREATE TABLE `one_time_sign_ins` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`customer_id` text,
	`staff_id` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opt_outs` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`value_index` text NOT NULL,
	`since` integer NOT NULL,
	`lifted_at` integer,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opt_outs_once` ON `opt_outs` (`channel`,`value_index`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`appointment_version` integer NOT NULL,
	`rule` text NOT NULL,
	`policy` text NOT NULL,
	`not_before` integer NOT NULL,
	`send_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_once` ON `reminders` (`appointment_id`,`appointment_version`,`rule`);--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`sender` text NOT NULL,
	`sender_index` text NOT NULL,
	`body` text NOT NULL,
	`meaning` text NOT NULL,
	`customer_id` text,
	`appointment_id` text,
	`received_at` integer NOT NULL,
	`handled_at` integer,
	`handled_by` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `replies_providerId_unique` ON `replies` (`provider_id`);--> statement-breakpoint
CREATE INDEX `replies_customer` ON `replies` (`customer_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `replies_open` ON `replies` (`handled_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`customer_id` text,
	`staff_id` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_ends` ON `sessions` (`ends_at`);--> statement-breakpoint
CREATE TABLE `sign_in_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_index` text NOT NULL,
	`customer_id` text,
	`code_hash` text NOT NULL,
	`browser_hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_in_codes_contact` ON `sign_in_codes` (`contact_index`,`created_at`);--> statement-breakpoint
CREATE INDEX `sign_in_codes_browser` ON `sign_in_codes` (`browser_hash`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`office_id` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`role` text NOT NULL,
	`email` text,
	`password_hash` text,
	`totp_secret` text,
	`totp_last_step` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_ref_unique` ON `staff` (`ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_unique` ON `staff` (`email`);--> statement-breakpoint
CREATE INDEX `staff_office` ON `staff` (`office_id`);--> statement-breakpoint
CREATE TABLE `steps` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`action` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text NOT NULL,
	`done_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `steps_customer` ON `steps` (`customer_id`,`due_on`);--> statement-breakpoint
CREATE TABLE `workers` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);--> statement-breakpoint
-- By hand, because drizzle-kit knows no triggers: the audit trail is only ever added to.
CREATE TRIGGER `audit_entries_unchanged` BEFORE UPDATE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;--> statement-breakpoint
CREATE TRIGGER `audit_entries_kept` BEFORE DELETE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;--> statement-breakpoint
CREATE TRIGGER `audit_heads_forward` BEFORE UPDATE ON `audit_heads` WHEN NEW.`seq` <> OLD.`seq` + 1 OR NEW.`chain` <> OLD.`chain` BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;--> statement-breakpoint
CREATE TRIGGER `audit_heads_kept` BEFORE DELETE ON `audit_heads` BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
