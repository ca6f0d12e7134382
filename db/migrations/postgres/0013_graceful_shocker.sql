CREATE TABLE "usual_figures" (
	"agent_id" text COLLATE "C" NOT NULL,
	"action_name" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"figures" text NOT NULL,
	CONSTRAINT "usual_figures_agent_id_action_name_unit_pk" PRIMARY KEY("agent_id","action_name","unit")
);
