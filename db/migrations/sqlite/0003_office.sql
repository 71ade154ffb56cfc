CREATE TABLE `adviser_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`adviser_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`named_by` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adviser_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adviser_terms_open` ON `adviser_terms` (`customer_id`) WHERE until_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `adviser_terms_from` ON `adviser_terms` (`customer_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `adviser_terms_adviser` ON `adviser_terms` (`adviser_id`);--> statement-breakpoint
CREATE TABLE `appointment_kinds` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`ref` text NOT NULL,
	`name` text NOT NULL,
	`name_in_welsh` text DEFAULT '' NOT NULL,
	`minutes` integer NOT NULL,
	`buffer_minutes` integer DEFAULT 0 NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`purpose_in_welsh` text DEFAULT '' NOT NULL,
	`bring` text DEFAULT '' NOT NULL,
	`bring_in_welsh` text DEFAULT '' NOT NULL,
	`followed_by` text DEFAULT '' NOT NULL,
	`capacity` integer DEFAULT 1 NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointment_kinds_ref` ON `appointment_kinds` (`office_id`,`ref`);--> statement-breakpoint
CREATE TABLE `club_closures` (
	`id` text PRIMARY KEY NOT NULL,
	`club_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`club_id`) REFERENCES `clubs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `club_closures_club` ON `club_closures` (`club_id`,`until_on`);--> statement-breakpoint
CREATE TABLE `club_organisers` (
	`club_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`club_id`, `staff_id`),
	FOREIGN KEY (`club_id`) REFERENCES `clubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contact_records` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`office_id` text NOT NULL,
	`at` integer NOT NULL,
	`channel` text NOT NULL,
	`direction` text NOT NULL,
	`service` text NOT NULL,
	`helped` integer DEFAULT false NOT NULL,
	`minutes` integer,
	`note` text,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_records_customer` ON `contact_records` (`customer_id`,`at`);--> statement-breakpoint
CREATE INDEX `contact_records_office` ON `contact_records` (`office_id`,`at`);--> statement-breakpoint
CREATE TABLE `diary_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`adviser_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`from_time` text,
	`to_time` text,
	`place_id` text,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`ended_at` integer,
	FOREIGN KEY (`adviser_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `diary_exceptions_adviser` ON `diary_exceptions` (`adviser_id`,`until_on`);--> statement-breakpoint
CREATE TABLE `diary_feeds` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `diary_feeds_tokenHash_unique` ON `diary_feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`agreement_id` text NOT NULL,
	`months` integer NOT NULL,
	`due_on` text NOT NULL,
	`done_at` integer,
	`done_by` text,
	`note` text,
	`cancelled_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreement_id`) REFERENCES `plan_agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_ups_once` ON `follow_ups` (`agreement_id`,`months`);--> statement-breakpoint
CREATE INDEX `follow_ups_customer` ON `follow_ups` (`customer_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `follow_ups_due` ON `follow_ups` (`due_on`) WHERE done_at is null and cancelled_at is null;--> statement-breakpoint
CREATE TABLE `freed_slots` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`adviser_id` text NOT NULL,
	`appointment_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`freed_at` integer NOT NULL,
	`filled_by` text,
	`filled_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adviser_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`filled_by`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `freed_slots_once` ON `freed_slots` (`adviser_id`,`starts_at`,`appointment_id`);--> statement-breakpoint
CREATE INDEX `freed_slots_office` ON `freed_slots` (`office_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `group_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`adviser_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`title_in_welsh` text DEFAULT '' NOT NULL,
	`place_id` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`capacity` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`cancelled_at` integer,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adviser_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_sessions_office` ON `group_sessions` (`office_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `group_sessions_adviser` ON `group_sessions` (`adviser_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `import_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`content` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`created` integer DEFAULT 0 NOT NULL,
	`updated` integer DEFAULT 0 NOT NULL,
	`unchanged` integer DEFAULT 0 NOT NULL,
	`rejected` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_runs_office` ON `import_runs` (`office_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`postcode` text DEFAULT '' NOT NULL,
	`step_free` text DEFAULT '' NOT NULL,
	`seats` integer DEFAULT 1 NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `places_office` ON `places` (`office_id`);--> statement-breakpoint
CREATE TABLE `saved_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`body_in_welsh` text DEFAULT '' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_answers_office` ON `saved_answers` (`office_id`);--> statement-breakpoint
CREATE TABLE `school_holidays` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`name` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `school_holidays_office` ON `school_holidays` (`office_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `slot_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`slot_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`appointment_id` text NOT NULL,
	`status` text NOT NULL,
	`offered_at` integer NOT NULL,
	`held_until` integer NOT NULL,
	`answered_at` integer,
	`token_hash` text,
	`message_id` text,
	FOREIGN KEY (`slot_id`) REFERENCES `freed_slots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slot_offers_tokenHash_unique` ON `slot_offers` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `slot_offers_once` ON `slot_offers` (`slot_id`,`customer_id`);--> statement-breakpoint
CREATE INDEX `slot_offers_customer` ON `slot_offers` (`customer_id`,`offered_at`);--> statement-breakpoint
CREATE TABLE `step_library` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`action` text NOT NULL,
	`action_in_welsh` text DEFAULT '' NOT NULL,
	`owner` text NOT NULL,
	`days` integer NOT NULL,
	`barrier` text,
	`position` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `step_library_office` ON `step_library` (`office_id`);--> statement-breakpoint
ALTER TABLE `appointments` ADD `place_id` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `group_id` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `walk_in` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `buffer_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `late` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `missed_reason` text;--> statement-breakpoint
ALTER TABLE `clubs` ADD `office_id` text;--> statement-breakpoint
ALTER TABLE `clubs` ADD `rhythm` text DEFAULT 'weekly' NOT NULL;--> statement-breakpoint
ALTER TABLE `clubs` ADD `anchor_on` text;--> statement-breakpoint
ALTER TABLE `clubs` ADD `week_of_month` integer;--> statement-breakpoint
ALTER TABLE `clubs` ADD `active` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `clubs` ADD `checked_on` text;--> statement-breakpoint
ALTER TABLE `clubs` ADD `checked_by` text;--> statement-breakpoint
ALTER TABLE `goals` ADD `reached` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `search_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `call_list_customer` ON `call_list` (`customer_id`);--> statement-breakpoint
CREATE INDEX `customers_search` ON `customers` (`office_id`,`search_name`);--> statement-breakpoint
ALTER TABLE `offices` ADD `overlap_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `staff` ADD `partner_id` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `invitation_hash` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `invited_until` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_invitation_hash_unique` ON `staff` (`invitation_hash`);--> statement-breakpoint
ALTER TABLE `local_help` ADD `active` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `step_events` ADD `appointment_id` text;--> statement-breakpoint
ALTER TABLE `step_events` ADD `before` text;
--> statement-breakpoint
-- Exactly one adviser at any instant.
CREATE TRIGGER `adviser_terms_added` BEFORE INSERT ON `adviser_terms` WHEN EXISTS (
  SELECT 1 FROM `adviser_terms` `other` WHERE `other`.`customer_id` = NEW.`customer_id` AND `other`.`id` <> NEW.`id`
    AND (NEW.`until_at` IS NULL OR `other`.`from_at` < NEW.`until_at`)
    AND (`other`.`until_at` IS NULL OR NEW.`from_at` < `other`.`until_at`)
)
BEGIN SELECT RAISE(ABORT, 'a customer has one adviser at a time'); END;
--> statement-breakpoint
CREATE TRIGGER `adviser_terms_changed` BEFORE UPDATE ON `adviser_terms` WHEN EXISTS (
  SELECT 1 FROM `adviser_terms` `other` WHERE `other`.`customer_id` = NEW.`customer_id` AND `other`.`id` <> NEW.`id`
    AND (NEW.`until_at` IS NULL OR `other`.`from_at` < NEW.`until_at`)
    AND (`other`.`until_at` IS NULL OR NEW.`from_at` < `other`.`until_at`)
)
BEGIN SELECT RAISE(ABORT, 'a customer has one adviser at a time'); END;
--> statement-breakpoint
INSERT INTO `adviser_terms` (`id`, `customer_id`, `adviser_id`, `from_at`, `reason`)
SELECT `id`, `id`, `adviser_id`, `created_at`, 'office_file' FROM `customers` WHERE `adviser_id` IS NOT NULL;
--> statement-breakpoint
-- As searchNameOf writes it, near enough for the names that are there already.
UPDATE `customers` SET `search_name` = ' ' || replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(first_name || ' ' || last_name || ' ' || coalesce(known_as, '')), 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Ç', 'c'), 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ì', 'i'), 'Í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ñ', 'n'), 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'Ö', 'o'), 'Ù', 'u'), 'Ú', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ý', 'y'), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ý', 'y'), 'ÿ', 'y'), 'Ā', 'a'), 'ā', 'a'), 'Ă', 'a'), 'ă', 'a'), 'Ą', 'a'), 'ą', 'a'), 'Ć', 'c'), 'ć', 'c'), 'Ĉ', 'c'), 'ĉ', 'c'), 'Ċ', 'c'), 'ċ', 'c'), 'Č', 'c'), 'č', 'c'), 'Ď', 'd'), 'ď', 'd'), 'Ē', 'e'), 'ē', 'e'), 'Ĕ', 'e'), 'ĕ', 'e'), 'Ė', 'e'), 'ė', 'e'), 'Ę', 'e'), 'ę', 'e'), 'Ě', 'e'), 'ě', 'e'), 'Ĝ', 'g'), 'ĝ', 'g'), 'Ğ', 'g'), 'ğ', 'g'), 'Ġ', 'g'), 'ġ', 'g'), 'Ģ', 'g'), 'ģ', 'g'), 'Ĥ', 'h'), 'ĥ', 'h'), 'Ĩ', 'i'), 'ĩ', 'i'), 'Ī', 'i'), 'ī', 'i'), 'Ĭ', 'i'), 'ĭ', 'i'), 'Į', 'i'), 'į', 'i'), 'İ', 'i'), 'Ĵ', 'j'), 'ĵ', 'j'), 'Ķ', 'k'), 'ķ', 'k'), 'Ĺ', 'l'), 'ĺ', 'l'), 'Ļ', 'l'), 'ļ', 'l'), 'Ľ', 'l'), 'ľ', 'l'), 'Ń', 'n'), 'ń', 'n'), 'Ņ', 'n'), 'ņ', 'n'), 'Ň', 'n'), 'ň', 'n'), 'Ō', 'o'), 'ō', 'o'), 'Ŏ', 'o'), 'ŏ', 'o'), 'Ő', 'o'), 'ő', 'o'), 'Ŕ', 'r'), 'ŕ', 'r'), 'Ŗ', 'r'), 'ŗ', 'r'), 'Ř', 'r'), 'ř', 'r'), 'Ś', 's'), 'ś', 's'), 'Ŝ', 's'), 'ŝ', 's'), 'Ş', 's'), 'ş', 's'), 'Š', 's'), 'š', 's'), 'Ţ', 't'), 'ţ', 't'), 'Ť', 't'), 'ť', 't'), 'Ũ', 'u'), 'ũ', 'u'), 'Ū', 'u'), 'ū', 'u'), 'Ŭ', 'u'), 'ŭ', 'u'), 'Ů', 'u'), 'ů', 'u'), 'Ű', 'u'), 'ű', 'u'), 'Ų', 'u'), 'ų', 'u'), 'Ŵ', 'w'), 'ŵ', 'w'), 'Ŷ', 'y'), 'ŷ', 'y'), 'Ÿ', 'y'), 'Ź', 'z'), 'ź', 'z'), 'Ż', 'z'), 'ż', 'z'), 'Ž', 'z'), 'ž', 'z'), 'Ẁ', 'w'), 'ẁ', 'w'), 'Ẃ', 'w'), 'ẃ', 'w'), 'Ẅ', 'w'), 'ẅ', 'w'), 'Ỳ', 'y'), 'ỳ', 'y'), 'ł', 'l'), 'Ł', 'l'), 'ø', 'o'), 'Ø', 'o'), 'đ', 'd'), 'Đ', 'd'), '''', ' '), '’', ' '), '-', ' ') || ' ';
