CREATE TABLE "appointment_events" (
	"id" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"before" jsonb,
	"after" jsonb,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "appointment_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"appointment_version" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"customer_id" text NOT NULL,
	"adviser_id" text NOT NULL,
	"office_id" text NOT NULL,
	"kind" text NOT NULL,
	"mode" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"bring" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"booked_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"cannot_come_at" bigint,
	"cannot_come_reason" text,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "appointments_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"chain" text NOT NULL,
	"seq" integer NOT NULL,
	"at" bigint NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"detail" text DEFAULT '' NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"chain" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "availability" (
	"id" text PRIMARY KEY NOT NULL,
	"adviser_id" text NOT NULL,
	"weekday" integer NOT NULL,
	"from_time" text NOT NULL,
	"to_time" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_list" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"appointment_id" text,
	"message_id" text,
	"owner_id" text,
	"reason" text NOT NULL,
	"cause" text NOT NULL,
	"due_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"done_at" bigint,
	"done_by" text,
	"outcome" text,
	CONSTRAINT "call_list_cause_unique" UNIQUE("cause")
);
--> statement-breakpoint
CREATE TABLE "clubs" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"name" text NOT NULL,
	"place" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"ask_for" text DEFAULT '' NOT NULL,
	"helps_with" text DEFAULT '' NOT NULL,
	"weekday" integer NOT NULL,
	"from_time" text NOT NULL,
	"to_time" text NOT NULL,
	"computers" boolean DEFAULT false NOT NULL,
	"creche" boolean DEFAULT false NOT NULL,
	"step_free" boolean DEFAULT false NOT NULL,
	CONSTRAINT "clubs_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "contact_points" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"value_index" text NOT NULL,
	"health" text DEFAULT 'untried' NOT NULL,
	"verified_at" bigint,
	"last_delivered_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"office_id" text NOT NULL,
	"adviser_id" text,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"language" text NOT NULL,
	"discreet" boolean DEFAULT false NOT NULL,
	"preferred_channel" text,
	"home_area" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "customers_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "message_events" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"at" bigint NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"detail" text,
	"news_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"reminder_id" text,
	"appointment_id" text,
	"customer_id" text,
	"purpose" text NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"channel" text,
	"provider" text,
	"provider_id" text,
	"language" text NOT NULL,
	"recipient" text,
	"recipient_index" text,
	"subject" text,
	"body" text,
	"status" text NOT NULL,
	"reason" text,
	"error_code" text,
	"not_before" bigint NOT NULL,
	"send_by" bigint NOT NULL,
	"lease_owner" text,
	"lease_until" bigint,
	"fence" integer DEFAULT 0 NOT NULL,
	"segments" integer,
	"request_id" text,
	"created_at" bigint NOT NULL,
	"claimed_at" bigint,
	"accepted_at" bigint,
	"sent_at" bigint,
	"delivered_at" bigint,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"name" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"getting_there" text DEFAULT '' NOT NULL,
	"step_free" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'Europe/London' NOT NULL,
	CONSTRAINT "offices_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "one_time_sign_ins" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"customer_id" text,
	"staff_id" text,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "opt_outs" (
	"id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"value_index" text NOT NULL,
	"since" bigint NOT NULL,
	"lifted_at" bigint,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"appointment_id" text NOT NULL,
	"appointment_version" integer NOT NULL,
	"rule" text NOT NULL,
	"policy" text NOT NULL,
	"not_before" bigint NOT NULL,
	"send_by" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"sender" text NOT NULL,
	"sender_index" text NOT NULL,
	"body" text NOT NULL,
	"meaning" text NOT NULL,
	"customer_id" text,
	"appointment_id" text,
	"received_at" bigint NOT NULL,
	"handled_at" bigint,
	"handled_by" text,
	CONSTRAINT "replies_providerId_unique" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"customer_id" text,
	"staff_id" text,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"contact_index" text NOT NULL,
	"customer_id" text,
	"code_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"office_id" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"role" text NOT NULL,
	"email" text,
	"password_hash" text,
	"totp_secret" text,
	"totp_last_step" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "staff_ref_unique" UNIQUE("ref"),
	CONSTRAINT "staff_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"action" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" text NOT NULL,
	"done_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appointment_events" ADD CONSTRAINT "appointment_events_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_links" ADD CONSTRAINT "appointment_links_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_adviser_id_staff_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_adviser_id_staff_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_list" ADD CONSTRAINT "call_list_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_list" ADD CONSTRAINT "call_list_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_list" ADD CONSTRAINT "call_list_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_list" ADD CONSTRAINT "call_list_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_list" ADD CONSTRAINT "call_list_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_adviser_id_staff_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_events" ADD CONSTRAINT "message_events_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_reminder_id_reminders_id_fk" FOREIGN KEY ("reminder_id") REFERENCES "public"."reminders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_sign_ins" ADD CONSTRAINT "one_time_sign_ins_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_sign_ins" ADD CONSTRAINT "one_time_sign_ins_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointment_events_appointment" ON "appointment_events" USING btree ("appointment_id","at");--> statement-breakpoint
CREATE INDEX "appointment_links_appointment" ON "appointment_links" USING btree ("appointment_id");--> statement-breakpoint
CREATE INDEX "appointments_office_day" ON "appointments" USING btree ("office_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointments_customer" ON "appointments" USING btree ("customer_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointments_adviser" ON "appointments" USING btree ("adviser_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_chain" ON "audit_entries" USING btree ("chain","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "availability_adviser" ON "availability" USING btree ("adviser_id");--> statement-breakpoint
CREATE INDEX "call_list_open" ON "call_list" USING btree ("office_id","due_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "call_list_appointment" ON "call_list" USING btree ("appointment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_points_once" ON "contact_points" USING btree ("customer_id","kind","value_index");--> statement-breakpoint
CREATE INDEX "contact_points_value" ON "contact_points" USING btree ("value_index");--> statement-breakpoint
CREATE INDEX "customers_office" ON "customers" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "customers_adviser" ON "customers" USING btree ("adviser_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_events_once" ON "message_events" USING btree ("message_id","news_key");--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("not_before") WHERE status = 'planned';--> statement-breakpoint
CREATE INDEX "messages_leased" ON "messages" USING btree ("lease_until") WHERE status in ('claimed', 'unknown');--> statement-breakpoint
CREATE INDEX "messages_reminder" ON "messages" USING btree ("reminder_id");--> statement-breakpoint
CREATE INDEX "messages_appointment" ON "messages" USING btree ("appointment_id");--> statement-breakpoint
CREATE INDEX "messages_customer" ON "messages" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_recipient" ON "messages" USING btree ("recipient_index","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_provider" ON "messages" USING btree ("provider","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "opt_outs_once" ON "opt_outs" USING btree ("channel","value_index");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_once" ON "reminders" USING btree ("appointment_id","appointment_version","rule");--> statement-breakpoint
CREATE INDEX "replies_customer" ON "replies" USING btree ("customer_id","received_at");--> statement-breakpoint
CREATE INDEX "replies_open" ON "replies" USING btree ("handled_at");--> statement-breakpoint
CREATE INDEX "sessions_ends" ON "sessions" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_contact" ON "sign_in_codes" USING btree ("contact_index","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_browser" ON "sign_in_codes" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "staff_office" ON "staff" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "steps_customer" ON "steps" USING btree ("customer_id","due_on");--> statement-breakpoint
CREATE TABLE "rate_limits" ("key" varchar(255) PRIMARY KEY NOT NULL, "points" integer DEFAULT 0 NOT NULL, "expire" bigint);--> statement-breakpoint
-- By hand, because drizzle-kit knows no triggers: the audit trail is only ever added to.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit trail is only ever added to'; END $$;--> statement-breakpoint
CREATE TRIGGER "audit_entries_kept" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
CREATE TRIGGER "audit_entries_not_emptied" BEFORE TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
CREATE TRIGGER "audit_heads_forward" BEFORE UPDATE ON "audit_heads" FOR EACH ROW WHEN (NEW."seq" <> OLD."seq" + 1 OR NEW."chain" <> OLD."chain") EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
CREATE TRIGGER "audit_heads_kept" BEFORE DELETE ON "audit_heads" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
CREATE TRIGGER "audit_heads_not_emptied" BEFORE TRUNCATE ON "audit_heads" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
