CREATE TABLE "adviser_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"adviser_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"named_by" text
);
--> statement-breakpoint
CREATE TABLE "appointment_kinds" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"ref" text NOT NULL,
	"name" text NOT NULL,
	"name_in_welsh" text DEFAULT '' NOT NULL,
	"minutes" integer NOT NULL,
	"buffer_minutes" integer DEFAULT 0 NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"purpose_in_welsh" text DEFAULT '' NOT NULL,
	"bring" text DEFAULT '' NOT NULL,
	"bring_in_welsh" text DEFAULT '' NOT NULL,
	"followed_by" text DEFAULT '' NOT NULL,
	"capacity" integer DEFAULT 1 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "club_closures" (
	"id" text PRIMARY KEY NOT NULL,
	"club_id" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "club_organisers" (
	"club_id" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "club_organisers_club_id_staff_id_pk" PRIMARY KEY("club_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "contact_records" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"office_id" text NOT NULL,
	"at" bigint NOT NULL,
	"channel" text NOT NULL,
	"direction" text NOT NULL,
	"service" text NOT NULL,
	"helped" boolean DEFAULT false NOT NULL,
	"minutes" integer,
	"note" text,
	"staff_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "diary_exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"adviser_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL,
	"from_time" text,
	"to_time" text,
	"place_id" text,
	"note" text DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "diary_feeds" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "diary_feeds_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"agreement_id" text NOT NULL,
	"months" integer NOT NULL,
	"due_on" text NOT NULL,
	"done_at" bigint,
	"done_by" text,
	"note" text,
	"cancelled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "freed_slots" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"adviser_id" text NOT NULL,
	"appointment_id" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"freed_at" bigint NOT NULL,
	"filled_by" text,
	"filled_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "group_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"adviser_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"title_in_welsh" text DEFAULT '' NOT NULL,
	"place_id" text,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"capacity" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"cancelled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"content" text,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"step_free" text DEFAULT '' NOT NULL,
	"seats" integer DEFAULT 1 NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"body_in_welsh" text DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "school_holidays" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"name" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slot_offers" (
	"id" text PRIMARY KEY NOT NULL,
	"slot_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"appointment_id" text NOT NULL,
	"status" text NOT NULL,
	"offered_at" bigint NOT NULL,
	"held_until" bigint NOT NULL,
	"answered_at" bigint,
	"token_hash" text,
	"message_id" text,
	CONSTRAINT "slot_offers_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "step_library" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"action" text NOT NULL,
	"action_in_welsh" text DEFAULT '' NOT NULL,
	"owner" text NOT NULL,
	"days" integer NOT NULL,
	"barrier" text,
	"position" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "place_id" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "group_id" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "walk_in" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "buffer_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "missed_reason" text;--> statement-breakpoint
ALTER TABLE "clubs" ADD COLUMN "office_id" text;--> statement-breakpoint
ALTER TABLE "clubs" ADD COLUMN "rhythm" text DEFAULT 'weekly' NOT NULL;--> statement-breakpoint
ALTER TABLE "clubs" ADD COLUMN "anchor_on" text;--> statement-breakpoint
ALTER TABLE "clubs" ADD COLUMN "week_of_month" integer;--> statement-breakpoint
ALTER TABLE "clubs" ADD COLUMN "active" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "clubs" ADD COLUMN "checked_on" text;--> statement-breakpoint
ALTER TABLE "clubs" ADD COLUMN "checked_by" text;--> statement-breakpoint
ALTER TABLE "goals" ADD COLUMN "reached" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "search_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "overlap_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "left_at" bigint;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "partner_id" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "invitation_hash" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "invited_until" bigint;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_invitation_hash_unique" UNIQUE("invitation_hash");--> statement-breakpoint
ALTER TABLE "local_help" ADD COLUMN "active" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "step_events" ADD COLUMN "appointment_id" text;--> statement-breakpoint
ALTER TABLE "step_events" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "adviser_terms" ADD CONSTRAINT "adviser_terms_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adviser_terms" ADD CONSTRAINT "adviser_terms_adviser_id_staff_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adviser_terms" ADD CONSTRAINT "adviser_terms_named_by_staff_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_kinds" ADD CONSTRAINT "appointment_kinds_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club_closures" ADD CONSTRAINT "club_closures_club_id_clubs_id_fk" FOREIGN KEY ("club_id") REFERENCES "public"."clubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club_organisers" ADD CONSTRAINT "club_organisers_club_id_clubs_id_fk" FOREIGN KEY ("club_id") REFERENCES "public"."clubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club_organisers" ADD CONSTRAINT "club_organisers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_records" ADD CONSTRAINT "contact_records_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_records" ADD CONSTRAINT "contact_records_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_records" ADD CONSTRAINT "contact_records_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diary_exceptions" ADD CONSTRAINT "diary_exceptions_adviser_id_staff_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diary_exceptions" ADD CONSTRAINT "diary_exceptions_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diary_exceptions" ADD CONSTRAINT "diary_exceptions_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diary_feeds" ADD CONSTRAINT "diary_feeds_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_agreement_id_plan_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."plan_agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freed_slots" ADD CONSTRAINT "freed_slots_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freed_slots" ADD CONSTRAINT "freed_slots_adviser_id_staff_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freed_slots" ADD CONSTRAINT "freed_slots_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freed_slots" ADD CONSTRAINT "freed_slots_filled_by_appointments_id_fk" FOREIGN KEY ("filled_by") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_adviser_id_staff_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_answers" ADD CONSTRAINT "saved_answers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_holidays" ADD CONSTRAINT "school_holidays_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offers" ADD CONSTRAINT "slot_offers_slot_id_freed_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."freed_slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offers" ADD CONSTRAINT "slot_offers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offers" ADD CONSTRAINT "slot_offers_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_library" ADD CONSTRAINT "step_library_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_list_customer" ON "call_list" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING btree ("office_id","search_name");--> statement-breakpoint
CREATE UNIQUE INDEX "adviser_terms_open" ON "adviser_terms" USING btree ("customer_id") WHERE until_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "adviser_terms_from" ON "adviser_terms" USING btree ("customer_id","from_at");--> statement-breakpoint
CREATE INDEX "adviser_terms_adviser" ON "adviser_terms" USING btree ("adviser_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_kinds_ref" ON "appointment_kinds" USING btree ("office_id","ref");--> statement-breakpoint
CREATE INDEX "club_closures_club" ON "club_closures" USING btree ("club_id","until_on");--> statement-breakpoint
CREATE INDEX "contact_records_customer" ON "contact_records" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "contact_records_office" ON "contact_records" USING btree ("office_id","at");--> statement-breakpoint
CREATE INDEX "diary_exceptions_adviser" ON "diary_exceptions" USING btree ("adviser_id","until_on");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_once" ON "follow_ups" USING btree ("agreement_id","months");--> statement-breakpoint
CREATE INDEX "follow_ups_customer" ON "follow_ups" USING btree ("customer_id","due_on");--> statement-breakpoint
CREATE INDEX "follow_ups_due" ON "follow_ups" USING btree ("due_on") WHERE done_at is null and cancelled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "freed_slots_once" ON "freed_slots" USING btree ("adviser_id","starts_at","appointment_id");--> statement-breakpoint
CREATE INDEX "freed_slots_office" ON "freed_slots" USING btree ("office_id","starts_at");--> statement-breakpoint
CREATE INDEX "group_sessions_office" ON "group_sessions" USING btree ("office_id","starts_at");--> statement-breakpoint
CREATE INDEX "group_sessions_adviser" ON "group_sessions" USING btree ("adviser_id","starts_at");--> statement-breakpoint
CREATE INDEX "import_runs_office" ON "import_runs" USING btree ("office_id","created_at");--> statement-breakpoint
CREATE INDEX "places_office" ON "places" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "saved_answers_office" ON "saved_answers" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "school_holidays_office" ON "school_holidays" USING btree ("office_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "slot_offers_once" ON "slot_offers" USING btree ("slot_id","customer_id");--> statement-breakpoint
CREATE INDEX "slot_offers_customer" ON "slot_offers" USING btree ("customer_id","offered_at");--> statement-breakpoint
CREATE INDEX "step_library_office" ON "step_library" USING btree ("office_id");
--> statement-breakpoint
-- Exactly one adviser at any instant.
CREATE OR REPLACE FUNCTION one_adviser_at_a_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Of two that are written at once, the second waits here, and then sees the first.
  PERFORM 1 FROM customers WHERE id = NEW.customer_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM adviser_terms other WHERE other.customer_id = NEW.customer_id AND other.id <> NEW.id
      AND (NEW.until_at IS NULL OR other.from_at < NEW.until_at)
      AND (other.until_at IS NULL OR NEW.from_at < other.until_at)
  ) THEN RAISE EXCEPTION 'a customer has one adviser at a time';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER adviser_terms_one BEFORE INSERT OR UPDATE ON adviser_terms FOR EACH ROW EXECUTE FUNCTION one_adviser_at_a_time();
--> statement-breakpoint
INSERT INTO adviser_terms (id, customer_id, adviser_id, from_at, reason)
SELECT id, id, adviser_id, created_at, 'office_file' FROM customers WHERE adviser_id IS NOT NULL;
--> statement-breakpoint
-- As searchNameOf writes it, near enough for the names that are there already.
UPDATE customers SET search_name = ' ' || translate(lower(concat_ws(' ', first_name, last_name, known_as)), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžẁẃẅỳłøđ''’-', 'aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzwwwylod   ') || ' ';
