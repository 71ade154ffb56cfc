CREATE TABLE "customer_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"office_id" text NOT NULL,
	"at" bigint NOT NULL,
	"action" text NOT NULL,
	"service" text NOT NULL,
	"way" text NOT NULL,
	"help_id" text
);
--> statement-breakpoint
CREATE TABLE "digital_places" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"office_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"what" text NOT NULL,
	"what_in_welsh" text DEFAULT '' NOT NULL,
	"teaches" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"phone" text DEFAULT '' NOT NULL,
	"open" text DEFAULT '' NOT NULL,
	"cost" text DEFAULT '' NOT NULL,
	"step_free" boolean DEFAULT false NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "digital_places_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "fairness_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"month" text NOT NULL,
	"made_at" bigint NOT NULL,
	"figures" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"path" text NOT NULL,
	"fields" text NOT NULL,
	"saved_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "format_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"office_id" text NOT NULL,
	"kind" text NOT NULL,
	"appointment_id" text,
	"meets_at" bigint,
	"paper" text,
	"spoken" text DEFAULT '' NOT NULL,
	"owner_id" text,
	"supplier" text DEFAULT '' NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"due_on" text NOT NULL,
	"state" text DEFAULT 'to_arrange' NOT NULL,
	"asked_at" bigint NOT NULL,
	"asked_by" text NOT NULL,
	"note" text,
	"updated_at" bigint NOT NULL,
	"closed_at" bigint,
	"chased_at" bigint
);
--> statement-breakpoint
CREATE TABLE "helps" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"office_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"way" text NOT NULL,
	"identity" text NOT NULL,
	"visit_id" text,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text,
	"read_back_at" bigint,
	"contact_id" text
);
--> statement-breakpoint
CREATE TABLE "identity_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"office_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	"asked" text NOT NULL,
	"passed" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kiosk_pins" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"pin_hash" text NOT NULL,
	"made_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kiosks" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"name" text NOT NULL,
	"code_hash" text,
	"code_until" bigint,
	"secret_hash" text,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"enrolled_at" bigint,
	"revoked_at" bigint,
	"revoked_by" text,
	"opened_at" bigint,
	"opened_by" text,
	"open_until" bigint,
	"last_used_at" bigint,
	CONSTRAINT "kiosks_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "kiosks_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "other_ways" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"office_id" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"wants" text NOT NULL,
	"note" text,
	"told_by" text NOT NULL,
	"settled_at" bigint,
	"settled_by" text,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "outlooks" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"confidence" text,
	"attitude" text,
	"note" text,
	"told_at" bigint NOT NULL,
	"told_by" text NOT NULL,
	"staff_id" text,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"source" text DEFAULT 'asked' NOT NULL,
	"answers" text NOT NULL,
	"started_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"finished_at" bigint,
	"told_by" text NOT NULL,
	"asked_by" text,
	"version" integer,
	"score" integer,
	"recommended" text,
	"rule" text,
	"age_band" text,
	"decided" text,
	"decided_at" bigint,
	"decided_by" text,
	"decided_reason" text
);
--> statement-breakpoint
CREATE TABLE "reasks" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"office_id" text NOT NULL,
	"reason" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"closed_at" bigint,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "signposts" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"office_id" text NOT NULL,
	"need" text NOT NULL,
	"kind" text NOT NULL,
	"target_id" text NOT NULL,
	"name" text NOT NULL,
	"given_at" bigint NOT NULL,
	"given_by" text,
	"ask_on" text,
	"outcome" text,
	"outcome_at" bigint,
	"outcome_by" text,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "visit_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"task" text NOT NULL,
	"at" bigint NOT NULL,
	"result" text NOT NULL,
	"agreed_at" bigint,
	"profile_id" text
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"office_id" text NOT NULL,
	"wants" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"asked_from" text NOT NULL,
	"kiosk_id" text,
	"champion_id" text,
	"taken_at" bigint,
	"agreed_at" bigint,
	"agreement_ended_at" bigint,
	"agreement_ended_by" text,
	"ended_at" bigint,
	"ended_by" text
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "bilingual_letters" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "kiosk_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "help_id" text;--> statement-breakpoint
ALTER TABLE "customer_acts" ADD CONSTRAINT "customer_acts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_acts" ADD CONSTRAINT "customer_acts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_acts" ADD CONSTRAINT "customer_acts_help_id_helps_id_fk" FOREIGN KEY ("help_id") REFERENCES "public"."helps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digital_places" ADD CONSTRAINT "digital_places_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_checks" ADD CONSTRAINT "fairness_checks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "format_requests" ADD CONSTRAINT "format_requests_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "format_requests" ADD CONSTRAINT "format_requests_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "format_requests" ADD CONSTRAINT "format_requests_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helps" ADD CONSTRAINT "helps_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helps" ADD CONSTRAINT "helps_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helps" ADD CONSTRAINT "helps_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helps" ADD CONSTRAINT "helps_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_checks" ADD CONSTRAINT "identity_checks_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_checks" ADD CONSTRAINT "identity_checks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_checks" ADD CONSTRAINT "identity_checks_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_pins" ADD CONSTRAINT "kiosk_pins_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_pins" ADD CONSTRAINT "kiosk_pins_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_revoked_by_staff_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_opened_by_staff_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "other_ways" ADD CONSTRAINT "other_ways_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "other_ways" ADD CONSTRAINT "other_ways_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "other_ways" ADD CONSTRAINT "other_ways_settled_by_staff_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outlooks" ADD CONSTRAINT "outlooks_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outlooks" ADD CONSTRAINT "outlooks_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reasks" ADD CONSTRAINT "reasks_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reasks" ADD CONSTRAINT "reasks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reasks" ADD CONSTRAINT "reasks_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signposts" ADD CONSTRAINT "signposts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signposts" ADD CONSTRAINT "signposts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signposts" ADD CONSTRAINT "signposts_given_by_staff_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signposts" ADD CONSTRAINT "signposts_outcome_by_staff_id_fk" FOREIGN KEY ("outcome_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_tasks" ADD CONSTRAINT "visit_tasks_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_kiosk_id_kiosks_id_fk" FOREIGN KEY ("kiosk_id") REFERENCES "public"."kiosks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_champion_id_staff_id_fk" FOREIGN KEY ("champion_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_acts_customer" ON "customer_acts" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "customer_acts_office" ON "customer_acts" USING btree ("office_id","at");--> statement-breakpoint
CREATE INDEX "customer_acts_help" ON "customer_acts" USING btree ("help_id");--> statement-breakpoint
CREATE INDEX "digital_places_office" ON "digital_places" USING btree ("office_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "fairness_checks_once" ON "fairness_checks" USING btree ("office_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "form_drafts_once" ON "form_drafts" USING btree ("customer_id","path");--> statement-breakpoint
CREATE INDEX "format_requests_office" ON "format_requests" USING btree ("office_id","closed_at","due_on");--> statement-breakpoint
CREATE INDEX "format_requests_customer" ON "format_requests" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "format_requests_appointment" ON "format_requests" USING btree ("appointment_id");--> statement-breakpoint
CREATE INDEX "helps_customer" ON "helps" USING btree ("customer_id","started_at");--> statement-breakpoint
CREATE INDEX "helps_staff" ON "helps" USING btree ("staff_id","started_at");--> statement-breakpoint
CREATE INDEX "identity_checks_customer" ON "identity_checks" USING btree ("customer_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "kiosk_pins_once" ON "kiosk_pins" USING btree ("office_id","pin_hash");--> statement-breakpoint
CREATE INDEX "kiosks_office" ON "kiosks" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "other_ways_office" ON "other_ways" USING btree ("office_id","settled_at");--> statement-breakpoint
CREATE INDEX "other_ways_customer" ON "other_ways" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "outlooks_customer" ON "outlooks" USING btree ("customer_id","told_at");--> statement-breakpoint
CREATE INDEX "profiles_customer" ON "profiles" USING btree ("customer_id","started_at");--> statement-breakpoint
CREATE INDEX "reasks_office" ON "reasks" USING btree ("office_id","closed_at");--> statement-breakpoint
CREATE INDEX "reasks_customer" ON "reasks" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "signposts_customer" ON "signposts" USING btree ("customer_id","given_at");--> statement-breakpoint
CREATE INDEX "signposts_office" ON "signposts" USING btree ("office_id","ask_on");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_tasks_once" ON "visit_tasks" USING btree ("visit_id","task");--> statement-breakpoint
CREATE INDEX "visits_office" ON "visits" USING btree ("office_id","ended_at");--> statement-breakpoint
CREATE INDEX "visits_customer" ON "visits" USING btree ("customer_id","asked_at");
