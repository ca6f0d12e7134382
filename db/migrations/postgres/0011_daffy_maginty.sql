CREATE TABLE "policy_drafts" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"document" text COLLATE "C" NOT NULL,
	"based_on" bigint NOT NULL,
	"saved_by" text COLLATE "C" NOT NULL,
	"saved_at" bigint NOT NULL
);
