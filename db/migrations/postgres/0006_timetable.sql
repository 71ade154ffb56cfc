-- locks: call_list, for a moment: a row for each call that staff were to make, some hundred thousand in a country's year
CREATE TABLE "timetable" (
	"name" text PRIMARY KEY NOT NULL,
	"begun_at" bigint NOT NULL,
	"begun_by" text NOT NULL,
	"ended_at" bigint,
	"done_at" bigint,
	"failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "call_list_message" ON "call_list" USING btree ("message_id") WHERE message_id is not null;