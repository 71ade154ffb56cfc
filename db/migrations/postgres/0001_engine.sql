CREATE TABLE "bank_holidays" (
	"division" text NOT NULL,
	"date" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "bank_holidays_division_date_pk" PRIMARY KEY("division","date")
);
--> statement-breakpoint
CREATE TABLE "call_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"at" bigint NOT NULL,
	"staff_id" text NOT NULL,
	"outcome" text NOT NULL,
	"contact_point_id" text,
	"health_before" text,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"message_id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"queued_at" bigint NOT NULL,
	"post_by" bigint NOT NULL,
	"printed_at" bigint,
	"printed_by" text,
	"posted_at" bigint,
	"posted_by" text
);
--> statement-breakpoint
CREATE TABLE "provider_states" (
	"id" text PRIMARY KEY NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"open_until" bigint,
	"fault_since" bigint,
	"fault_code" text,
	"trial_id" text,
	"trial_until" bigint,
	"next_slot_at" double precision DEFAULT 0 NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_policies" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"kind" text DEFAULT '' NOT NULL,
	"version" integer NOT NULL,
	"effective_from" bigint NOT NULL,
	"rules" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text
);
--> statement-breakpoint
CREATE TABLE "sending_holds" (
	"scope" text NOT NULL,
	"reason" text NOT NULL,
	"since" bigint NOT NULL,
	"by" text DEFAULT '' NOT NULL,
	CONSTRAINT "sending_holds_scope_reason_pk" PRIMARY KEY("scope","reason")
);
--> statement-breakpoint
ALTER TABLE "call_list" ADD COLUMN "next_try_at" bigint;--> statement-breakpoint
ALTER TABLE "call_list" ADD COLUMN "escalated_at" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "no_messages" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "price" double precision;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "ask_at" bigint;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "check_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "division" text DEFAULT 'england-and-wales' NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "opens_at" text DEFAULT '09:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "closes_at" text DEFAULT '17:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "answer_id" text;--> statement-breakpoint
ALTER TABLE "call_attempts" ADD CONSTRAINT "call_attempts_call_id_call_list_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call_list"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_attempts" ADD CONSTRAINT "call_attempts_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_policies" ADD CONSTRAINT "reminder_policies_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_policies" ADD CONSTRAINT "reminder_policies_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_attempts_call" ON "call_attempts" USING btree ("call_id","at");--> statement-breakpoint
CREATE INDEX "call_attempts_number" ON "call_attempts" USING btree ("contact_point_id");--> statement-breakpoint
CREATE INDEX "letters_to_post" ON "letters" USING btree ("office_id","post_by") WHERE posted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_policies_once" ON "reminder_policies" USING btree ("office_id","kind","version");--> statement-breakpoint
CREATE INDEX "messages_to_ask" ON "messages" USING btree ("ask_at") WHERE ask_at is not null;--> statement-breakpoint
CREATE INDEX "messages_ended" ON "messages" USING btree ("finished_at") WHERE finished_at is not null;