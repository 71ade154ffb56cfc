CREATE TABLE "access_needs" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"need" text NOT NULL,
	"detail" text,
	"told_at" bigint NOT NULL,
	"told_by" text NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "appointment_feedback" (
	"appointment_id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"answer" text NOT NULL,
	"comment" text,
	"way" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "barriers" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"told_at" bigint NOT NULL,
	"told_by" text NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "calendar_feeds_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "club_goings" (
	"id" text PRIMARY KEY NOT NULL,
	"club_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"held_on" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"cancelled_at" bigint,
	"message_id" text
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"given_at" bigint NOT NULL,
	"given_by" text NOT NULL,
	"withdrawn_at" bigint,
	"withdrawn_by" text
);
--> statement-breakpoint
CREATE TABLE "contact_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"value_index" text NOT NULL,
	"replaces_id" text,
	"replaced_index" text,
	"code_hash" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"cancelled_at" bigint,
	"seen_at" bigint,
	"seen_by" text
);
--> statement-breakpoint
CREATE TABLE "covers" (
	"id" text PRIMARY KEY NOT NULL,
	"adviser_id" text NOT NULL,
	"stand_in_id" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "earlier_wishes" (
	"appointment_id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"title" text NOT NULL,
	"horizon" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"at" bigint NOT NULL,
	"written_by" text NOT NULL,
	"staff_id" text,
	"body" text NOT NULL,
	"read_at" bigint,
	"done_at" bigint,
	"done_by" text,
	"done_note" text
);
--> statement-breakpoint
CREATE TABLE "local_help" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"office_id" text NOT NULL,
	"barrier" text NOT NULL,
	"name" text NOT NULL,
	"what" text NOT NULL,
	"what_in_welsh" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	CONSTRAINT "local_help_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"name" text NOT NULL,
	"what" text NOT NULL,
	"what_in_welsh" text DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "partners_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "passkey_challenges" (
	"browser_hash" text PRIMARY KEY NOT NULL,
	"challenge" text NOT NULL,
	"customer_id" text,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" integer NOT NULL,
	"transports" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "plan_agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"agreed_at" bigint NOT NULL,
	"agreed_by" text NOT NULL,
	"next_review_on" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_cards" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"revoked_at" bigint,
	CONSTRAINT "sign_in_cards_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_records" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"at" bigint NOT NULL,
	"way" text NOT NULL,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "step_events" (
	"id" text PRIMARY KEY NOT NULL,
	"step_id" text NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "venue" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "join_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "known_as" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "office_said" jsonb;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "quiet_from" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "quiet_to" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "step_reminders" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "step_reminder_days" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "password_hash" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "helps_with" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "speaks" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "video_room" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "goal_id" text;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "trouble" text;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "own_idea" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "ended_at" bigint;--> statement-breakpoint
ALTER TABLE "access_needs" ADD CONSTRAINT "access_needs_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_feedback" ADD CONSTRAINT "appointment_feedback_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_feedback" ADD CONSTRAINT "appointment_feedback_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "barriers" ADD CONSTRAINT "barriers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club_goings" ADD CONSTRAINT "club_goings_club_id_clubs_id_fk" FOREIGN KEY ("club_id") REFERENCES "public"."clubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club_goings" ADD CONSTRAINT "club_goings_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_changes" ADD CONSTRAINT "contact_changes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_changes" ADD CONSTRAINT "contact_changes_seen_by_staff_id_fk" FOREIGN KEY ("seen_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_adviser_id_staff_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_stand_in_id_staff_id_fk" FOREIGN KEY ("stand_in_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_wishes" ADD CONSTRAINT "earlier_wishes_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_wishes" ADD CONSTRAINT "earlier_wishes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_help" ADD CONSTRAINT "local_help_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_agreements" ADD CONSTRAINT "plan_agreements_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_agreements" ADD CONSTRAINT "plan_agreements_agreed_by_staff_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_cards" ADD CONSTRAINT "sign_in_cards_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_cards" ADD CONSTRAINT "sign_in_cards_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_records" ADD CONSTRAINT "sign_in_records_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_events" ADD CONSTRAINT "step_events_step_id_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_needs_customer" ON "access_needs" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "barriers_customer" ON "barriers" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "club_goings_once" ON "club_goings" USING btree ("club_id","customer_id","held_on");--> statement-breakpoint
CREATE INDEX "club_goings_customer" ON "club_goings" USING btree ("customer_id","starts_at");--> statement-breakpoint
CREATE INDEX "consents_customer" ON "consents" USING btree ("customer_id","given_at");--> statement-breakpoint
CREATE INDEX "contact_changes_customer" ON "contact_changes" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "covers_adviser" ON "covers" USING btree ("adviser_id","until_on");--> statement-breakpoint
CREATE INDEX "earlier_wishes_customer" ON "earlier_wishes" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "goals_customer" ON "goals" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "journal_entries_customer" ON "journal_entries" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "local_help_office" ON "local_help" USING btree ("office_id","barrier");--> statement-breakpoint
CREATE INDEX "passkeys_customer" ON "passkeys" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "plan_agreements_customer" ON "plan_agreements" USING btree ("customer_id","agreed_at");--> statement-breakpoint
CREATE INDEX "sign_in_cards_customer" ON "sign_in_cards" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "sign_in_records_customer" ON "sign_in_records" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "step_events_step" ON "step_events" USING btree ("step_id","at");