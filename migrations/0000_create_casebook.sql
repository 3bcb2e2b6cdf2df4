CREATE TABLE `framework_sizes` (
	`id` text PRIMARY KEY NOT NULL,
	`framework_id` text NOT NULL,
	`from_day` text NOT NULL,
	`label` text NOT NULL,
	`bodies` integer,
	`members` integer,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_sizes_key` ON `framework_sizes` (`framework_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `frameworks` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `frameworks_external_id_unique` ON `frameworks` (`external_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`sig_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sig_id`) REFERENCES `sigs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_sig` ON `memberships` (`sig_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_key` ON `memberships` (`organization_id`,`sig_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`reading` text,
	`name_en` text,
	`aliases` text DEFAULT '[]' NOT NULL,
	`domains` text DEFAULT '[]' NOT NULL,
	`persons` text DEFAULT '[]' NOT NULL,
	`products` text DEFAULT '[]' NOT NULL,
	`addresses` text DEFAULT '[]' NOT NULL,
	`phones` text DEFAULT '[]' NOT NULL,
	`parent_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_external_id_unique` ON `organizations` (`external_id`);--> statement-breakpoint
CREATE INDEX `organizations_parent` ON `organizations` (`parent_id`);--> statement-breakpoint
CREATE TABLE `sigs` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`from_day` text NOT NULL,
	`to_day` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sigs_external_id_unique` ON `sigs` (`external_id`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`since` text NOT NULL,
	`description` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_external_id_unique` ON `campaigns` (`external_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`opened_at` text NOT NULL,
	`origin` text NOT NULL,
	`campaign_id` text,
	`summary` text DEFAULT '' NOT NULL,
	`narrative` text DEFAULT '' NOT NULL,
	`techniques` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_external_id_unique` ON `cases` (`external_id`);--> statement-breakpoint
CREATE INDEX `cases_opened` ON `cases` (`opened_at`);--> statement-breakpoint
CREATE INDEX `cases_campaign` ON `cases` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`relation` text NOT NULL,
	`rationale` text NOT NULL,
	`confidence` text,
	FOREIGN KEY (`from_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `links_to` ON `links` (`to_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `links_key` ON `links` (`from_id`,`to_id`,`relation`);--> statement-breakpoint
CREATE TABLE `observables` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `observables_key` ON `observables` (`kind`,`value`);--> statement-breakpoint
CREATE TABLE `report_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`case_id` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_cases_case` ON `report_cases` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_cases_key` ON `report_cases` (`report_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `report_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`artifact_id` text NOT NULL,
	`role` text NOT NULL,
	`file_name` text NOT NULL,
	`declared_type` text NOT NULL,
	`true_type` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`artifact_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_evidence_report` ON `report_evidence` (`report_id`);--> statement-breakpoint
CREATE INDEX `report_evidence_artifact` ON `report_evidence` (`artifact_id`,`role`);--> statement-breakpoint
CREATE TABLE `report_observables` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`observable_id` text NOT NULL,
	`role` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`observable_id`) REFERENCES `observables`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_observables_report` ON `report_observables` (`report_id`);--> statement-breakpoint
CREATE INDEX `report_observables_observable` ON `report_observables` (`observable_id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`occurred_at` integer,
	`provider_organization_id` text,
	`provider_framework_id` text,
	`provider_outside` text,
	`victim_organization_id` text,
	`victim_outside` text,
	`channel` text NOT NULL,
	`items` integer NOT NULL,
	`category` text NOT NULL,
	`assessment` text NOT NULL,
	`title` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`tlp` text,
	`handling` text,
	`not_shared` text,
	`void_at` integer,
	`void_reason` text,
	FOREIGN KEY (`provider_organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`victim_organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_external_id_unique` ON `reports` (`external_id`);--> statement-breakpoint
CREATE INDEX `reports_received` ON `reports` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_provider_organization` ON `reports` (`provider_organization_id`);--> statement-breakpoint
CREATE INDEX `reports_provider_framework` ON `reports` (`provider_framework_id`);--> statement-breakpoint
CREATE INDEX `reports_undetermined` ON `reports` (`assessment`,`received_at`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`sharing_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`at` integer NOT NULL,
	`how` text NOT NULL,
	`decision` text NOT NULL,
	`conditions` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`sharing_id`) REFERENCES `sharings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `approvals_sharing` ON `approvals` (`sharing_id`);--> statement-breakpoint
CREATE TABLE `sharing_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`sharing_id` text NOT NULL,
	`case_id` text NOT NULL,
	FOREIGN KEY (`sharing_id`) REFERENCES `sharings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sharing_cases_case` ON `sharing_cases` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `sharing_cases_key` ON `sharing_cases` (`sharing_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `sharing_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`sharing_id` text NOT NULL,
	`sig_id` text,
	`framework_id` text,
	FOREIGN KEY (`sharing_id`) REFERENCES `sharings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sig_id`) REFERENCES `sigs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sharing_recipients_sharing` ON `sharing_recipients` (`sharing_id`);--> statement-breakpoint
CREATE TABLE `sharing_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`sharing_id` text NOT NULL,
	`report_id` text NOT NULL,
	FOREIGN KEY (`sharing_id`) REFERENCES `sharings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sharing_reports_report` ON `sharing_reports` (`report_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `sharing_reports_key` ON `sharing_reports` (`sharing_id`,`report_id`);--> statement-breakpoint
CREATE TABLE `sharings` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`origin` text NOT NULL,
	`title` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`tlp` text NOT NULL,
	`state` text NOT NULL,
	`shared_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sharings_external_id_unique` ON `sharings` (`external_id`);--> statement-breakpoint
CREATE INDEX `sharings_shared` ON `sharings` (`shared_at`);--> statement-breakpoint
CREATE TABLE `sightings` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`sharing_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`sharing_id`) REFERENCES `sharings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sightings_external_id_unique` ON `sightings` (`external_id`);--> statement-breakpoint
CREATE INDEX `sightings_sharing` ON `sightings` (`sharing_id`);--> statement-breakpoint
CREATE TABLE `artifact_chunks` (
	`artifact_id` text NOT NULL,
	`position` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`artifact_id`, `position`),
	FOREIGN KEY (`artifact_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `artifacts` (
	`id` text PRIMARY KEY NOT NULL,
	`size_bytes` integer NOT NULL,
	`media_type` text NOT NULL,
	`file_name` text NOT NULL,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figure_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`figure` text NOT NULL,
	`old_value` integer NOT NULL,
	`new_value` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `figure_revisions_quarter` ON `figure_revisions` (`quarter`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`artifact_id` text NOT NULL,
	`pages` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`artifact_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `published_figures` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`figure` text NOT NULL,
	`value` integer NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `published_figures_key` ON `published_figures` (`quarter`,`figure`);--> statement-breakpoint
CREATE TABLE `quarter_freezes` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`figures` text NOT NULL,
	`records` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quarter_freezes_quarter_unique` ON `quarter_freezes` (`quarter`);--> statement-breakpoint
CREATE TABLE `reference_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`published_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reference_documents_external_id_unique` ON `reference_documents` (`external_id`);--> statement-breakpoint
CREATE TABLE `report_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`published_on` text,
	`lead` text DEFAULT '' NOT NULL,
	`entries` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_drafts_quarter_unique` ON `report_drafts` (`quarter`);--> statement-breakpoint
CREATE TABLE `audit_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entry_id` text NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_changes_entry` ON `audit_changes` (`entry_id`);--> statement-breakpoint
CREATE INDEX `audit_changes_row` ON `audit_changes` (`row_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`undoes` text,
	`changes_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_id_unique` ON `audit_entries` (`id`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`record_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_record` ON `search_entries` (`record_id`);