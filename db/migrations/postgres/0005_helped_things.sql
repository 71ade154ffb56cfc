CREATE TABLE "helped_things" (
	"thing_id" text PRIMARY KEY NOT NULL,
	"help_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "helped_things" ADD CONSTRAINT "helped_things_help_id_helps_id_fk" FOREIGN KEY ("help_id") REFERENCES "public"."helps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "helped_things_help" ON "helped_things" USING btree ("help_id");