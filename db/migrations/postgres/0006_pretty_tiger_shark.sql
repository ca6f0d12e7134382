CREATE TABLE "cells" (
	"agent_id" text COLLATE "C" NOT NULL,
	"action_name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"tier" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"cell" text NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "cells_agent_id_action_name_kind_tier_pk" PRIMARY KEY("agent_id","action_name","kind","tier")
);
--> statement-breakpoint
CREATE INDEX "cells_by_change" ON "cells" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "cells_moved" ON "cells" USING btree ("agent_id") WHERE "cells"."level" <> 'L1';