// Made from openapi.json by `npm run generate`. Do not edit.

export interface paths {
    "/api/v1/applications/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the workspace applies to, and how far each has come
         * @description What the workspace applies to, and how far each has come.
         */
        get: operations["listApplications"];
        put?: never;
        /**
         * Begin one, for a vacancy that is known or one typed in
         * @description Begin one, for a vacancy that is known or one typed in. A second for the same vacancy is a 409.
         */
        post: operations["createApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, whole
         * @description One of them, whole.
         */
        get: operations["getApplication"];
        put?: never;
        post?: never;
        /**
         * Delete it with its notes
         * @description Delete it with its notes. The vacancy stays, and no longer counts as applied to.
         */
        delete: operations["deleteApplication"];
        options?: never;
        head?: never;
        /**
         * Change its note or which resume was sent
         * @description Change its note or which resume was sent. Its state changes by `transition`.
         */
        patch: operations["updateApplication"];
        trace?: never;
    };
    "/api/v1/applications/{id}/timeline/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened to it, oldest first
         * @description Everything that happened to it, oldest first.
         */
        get: operations["listApplicationTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/transition/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move it to another state
         * @description Move it to another state; already there, it stays as it is.
         *
         *     A step that does not exist is a 409, and `errors` lists those that do: `code` is the state, `detail` why.
         */
        post: operations["transitionApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Sign in. Works before the address is verified.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the session of this refresh token
         * @description End the session of this refresh token; its access tokens end with it.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New tokens for the newest refresh token
         * @description New tokens for the newest refresh token. One used twice ends the session it belongs to.
         */
        post: operations["refreshToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open an account with a personal workspace
         * @description Open an account with a personal workspace. Answers the same whether or not the address is taken.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an address with the token that was mailed to it, and sign in
         * @description Confirm an address with the token that was mailed to it, and sign in.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspace's files
         * @description The workspace's files: uploads, renderings, letters.
         */
        get: operations["listDocuments"];
        put?: never;
        /**
         * Keep a file as it is
         * @description Keep a file as it is. Its type is told from its content, and its name made to agree.
         */
        post: operations["createDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, whole
         * @description One of them, whole.
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        /**
         * Delete the file
         * @description Delete the file. A resume that was read from it stays.
         */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/download/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link that works without a token for ten minutes
         * @description A link that works without a token for ten minutes.
         */
        get: operations["downloadDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generate/{kind}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a document written from a resume for a vacancy
         * @description Have a document written from a resume for a vacancy; a worker does it. A kind that is not offered yet is a 400.
         */
        post: operations["generate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generation-providers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who writes, in the order in which they are asked
         * @description Who writes, in the order in which they are asked.
         */
        get: operations["listGenerationProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was written for the workspace, newest first
         * @description What was written for the workspace, newest first.
         */
        get: operations["listGenerations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, whole
         * @description One of them, whole.
         */
        get: operations["getGeneration"];
        put?: never;
        post?: never;
        /**
         * Delete it, and call its work off
         * @description Delete it, and call its work off. The resume that came of it stays.
         */
        delete: operations["deleteGeneration"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/feedback/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether it was good
         * @description Say whether it was good. Rating again changes it; what is not written yet is a 409.
         */
        post: operations["rateGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resume-themes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every theme, the default first, each with a picture
         * @description Every theme, the default first, each with a picture.
         */
        get: operations["listResumeThemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resume-themes/{name}/preview/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of an invented resume
         * @description A picture of an invented resume. Public, so that a page can show it as an image.
         */
        get: operations["previewResumeTheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspace's resumes
         * @description The workspace's resumes. Every write makes a version.
         */
        get: operations["listResumes"];
        put?: never;
        /**
         * A resume that is typed in, or sent in the shape of one
         * @description A resume that is typed in, or sent in the shape of one.
         */
        post: operations["createResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, whole
         * @description One of them, whole.
         */
        get: operations["getResume"];
        /**
         * Replace it by what is sent
         * @description Replace it by what is sent: a new version, unless nothing differs.
         */
        put: operations["replaceResume"];
        post?: never;
        /**
         * Delete it with all its versions
         * @description Delete it with all its versions. The file it was read from stays among the documents.
         */
        delete: operations["deleteResume"];
        options?: never;
        head?: never;
        /**
         * Change what is sent, of the content by whole sections
         * @description Change what is sent, of the content by whole sections: a new version, unless nothing differs.
         */
        patch: operations["updateResume"];
        trace?: never;
    };
    "/api/v1/resumes/{id}/ats-score/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a resume against one vacancy, or against pasted text
         * @description Hold a resume against one vacancy, or against pasted text: every skill it asks for, found or missing.
         *
         *     Deterministic, and nothing is kept. A skill named twice counts once.
         */
        post: operations["scoreResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{id}/matches/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open vacancies of the catalogue and of the workspace, best first, each with the reasons for its score
         * @description Open vacancies of the catalogue and of the workspace, best first, each with the reasons for its score.
         *
         *     About a thousand candidates (same occupation, rarest skills) are scored. `country` and `remote` also count as
         *     wishes: what lies elsewhere loses points or is blocked.
         */
        get: operations["listResumeMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{id}/render/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The resume as a file
         * @description The resume as a file. `X-Render-Warnings` names what its reader would miss, as `missing_glyph`.
         */
        get: operations["renderResume"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{id}/versions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every state the resume ever had, newest first
         * @description Every state the resume ever had, newest first.
         */
        get: operations["listResumeVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{id}/versions/{number}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One state, whole
         * @description One state, whole.
         */
        get: operations["getResumeVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{id}/versions/{number}/restore/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make it what it was in that version
         * @description Make it what it was in that version: a new version equal to the old one.
         */
        post: operations["restoreResumeVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/{id}/versions/diff/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed from one version to another
         * @description What changed from one version to another. Lists are compared by content: what only moved has not changed.
         */
        get: operations["diffResumeVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resumes/parse/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a resume from a file, which is kept as a document
         * @description Read a resume from a file, which is kept as a document.
         *
         *     What cannot be used is a 422 whose `errors[0].code` says why: `empty_file`, `encrypted`, `no_text` (a scan),
         *     `corrupt`, `unsupported_type`, `oversized_content`. A letter or an invoice is read too, with the warning
         *     `not_a_resume`: the person decides. In the background, the task's `result` is `{resume_id, confidence, boxes,
         *     warnings}`.
         */
        post: operations["parseResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspace's background work, newest first
         * @description The workspace's background work, newest first.
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, whole
         * @description One of them, whole.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call it off
         * @description Call it off. Queued work ends at once, running work at its next step; what is over is a 409.
         */
        post: operations["cancelTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, where they act, and what they may do there
         * @description Who is signed in, where they act, and what they may do there.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one's own account
         * @description Change one's own account.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/vacancies/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Vacancies that fit the filters
         * @description Vacancies that fit the filters: the catalogue's and the workspace's own, hidden ones left out.
         */
        get: operations["listVacancies"];
        put?: never;
        /**
         * Add a vacancy that only this workspace sees
         * @description Add a vacancy that only this workspace sees.
         */
        post: operations["createVacancy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vacancies/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One vacancy with all its text
         * @description One vacancy with all its text.
         */
        get: operations["getVacancy"];
        /**
         * Replace a vacancy of the workspace's own
         * @description Replace a vacancy of the workspace's own. The catalogue is read-only.
         */
        put: operations["replaceVacancy"];
        post?: never;
        /**
         * Delete a vacancy of the workspace's own
         * @description Delete a vacancy of the workspace's own; one with an application is a 409. The catalogue is read-only.
         */
        delete: operations["deleteVacancy"];
        options?: never;
        head?: never;
        /**
         * Change a vacancy of the workspace's own
         * @description Change a vacancy of the workspace's own. The catalogue is read-only.
         */
        patch: operations["updateVacancy"];
        trace?: never;
    };
    "/api/v1/vacancies/{id}/hide/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Never show it in lists again
         * @description Never show it in lists again.
         */
        post: operations["hideVacancy"];
        /**
         * Show it in lists again
         * @description Show it in lists again.
         */
        delete: operations["unhideVacancy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vacancies/{id}/save/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep it, with a note and tags
         * @description Keep it, with a note and tags. Saving again changes those that are given.
         */
        post: operations["saveVacancy"];
        /**
         * No longer keep it
         * @description No longer keep it; its note and tags go.
         */
        delete: operations["unsaveVacancy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vacancies/{id}/sources/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every posting that was merged into this vacancy
         * @description Every posting that was merged into this vacancy.
         */
        get: operations["listVacancySources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One vacancy that the workspace wants. `allowed` are the states it may enter now. */
        Application: {
            /** Format: uuid */
            readonly id: string;
            readonly vacancy: components["schemas"]["VacancySummary"];
            readonly state: components["schemas"]["ApplicationState"];
            readonly allowed: components["schemas"]["ApplicationState"][];
            /** Format: date-time */
            readonly state_changed_at: string;
            /** Format: date-time */
            readonly applied_at: string | null;
            readonly note: string;
            /** Format: uuid */
            readonly resume_version_id: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /**
         * @description * `saved` - Saved
         *     * `applied` - Applied
         *     * `screening` - Screening
         *     * `interview` - Interview
         *     * `assessment` - Assessment
         *     * `offer` - Offer
         *     * `accepted` - Accepted
         *     * `rejected` - Rejected
         *     * `withdrawn` - Withdrawn
         *     * `ghosted` - Ghosted
         *     * `archived` - Archived
         * @enum {string}
         */
        ApplicationState: "saved" | "applied" | "screening" | "interview" | "assessment" | "offer" | "accepted" | "rejected" | "withdrawn" | "ghosted" | "archived";
        /** @description A resume against one vacancy: `total` is the sum of the parts; the same input gives the same answer. */
        AtsScore: {
            total: number;
            band: components["schemas"]["BandEnum"];
            parts: components["schemas"]["MatchPart"][];
            found: components["schemas"]["Keyword"][];
            missing: components["schemas"]["Keyword"][];
            blockers: components["schemas"]["MatchBlocker"][];
            advice: components["schemas"]["MatchSuggestion"][];
        };
        /** @description Base of every request and response that is no model. */
        Award: {
            /** @default  */
            title: string;
            /** @default  */
            awarder: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            date: string;
            /** @default  */
            summary: string;
        };
        /** @description Base of every request and response that is no model. */
        AwardRequest: {
            /** @default  */
            title?: string;
            /** @default  */
            awarder?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            date?: string;
            /** @default  */
            summary?: string;
        };
        /**
         * @description * `excellent` - excellent
         *     * `strong` - strong
         *     * `fair` - fair
         *     * `weak` - weak
         *     * `poor` - poor
         * @enum {string}
         */
        BandEnum: "excellent" | "strong" | "fair" | "weak" | "poor";
        /** @description Base of every request and response that is no model. */
        Certification: {
            /** @default  */
            name: string;
            /** @default  */
            issuer: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            date_obtained: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            expiration_date: string;
            /** @default  */
            credential_id: string;
        };
        /** @description Base of every request and response that is no model. */
        CertificationRequest: {
            /** @default  */
            name?: string;
            /** @default  */
            issuer?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            date_obtained?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            expiration_date?: string;
            /** @default  */
            credential_id?: string;
        };
        /**
         * @description * `employer` - employer
         *     * `title` - title
         *     * `date` - date
         *     * `number` - number
         *     * `skill` - skill
         *     * `qualification` - qualification
         *     * `institution` - institution
         *     * `language` - language
         *     * `level` - level
         *     * `place` - place
         *     * `name` - name
         *     * `contact` - contact
         *     * `link` - link
         *     * `label` - label
         *     * `flag` - flag
         *     * `sentence` - sentence
         *     * `extra` - extra
         *     * `vacancy_title` - vacancy_title
         *     * `vacancy_company` - vacancy_company
         *     * `vacancy_skill` - vacancy_skill
         *     * `vacancy_sentence` - vacancy_sentence
         * @enum {string}
         */
        ClaimKind: "employer" | "title" | "date" | "number" | "skill" | "qualification" | "institution" | "language" | "level" | "place" | "name" | "contact" | "link" | "label" | "flag" | "sentence" | "extra" | "vacancy_title" | "vacancy_company" | "vacancy_skill" | "vacancy_sentence";
        /** @description Who hires. `id` is null for a name that the catalogue does not know. */
        CompanyRef: {
            /** Format: uuid */
            id: string | null;
            name: string;
            logo_url: string;
        };
        /** @description Base of every request and response that is no model. */
        ContactInfo: {
            /** @default  */
            full_name: string;
            /** @default  */
            email: string;
            /** @default  */
            phone: string;
            /** @default  */
            address: string;
            /** @default  */
            headline: string;
            links: components["schemas"]["ResumeLink"][];
        };
        /** @description Base of every request and response that is no model. */
        ContactInfoRequest: {
            /** @default  */
            full_name?: string;
            /** @default  */
            email?: string;
            /** @default  */
            phone?: string;
            /** @default  */
            address?: string;
            /** @default  */
            headline?: string;
            links?: components["schemas"]["ResumeLinkRequest"][];
        };
        /** @description A `vacancy_id`, or the `title` and `company_name` of a vacancy that is not here yet. */
        CreateApplicationRequest: {
            /** Format: uuid */
            vacancy_id?: string;
            title?: string;
            company_name?: string;
            /** Format: uri */
            url?: string;
            /**
             * Format: uuid
             * @description The state of a resume that was sent.
             */
            resume_version_id?: string;
            /** @default  */
            note?: string;
            /**
             * @description Where it stands already.
             *
             *     * `saved` - Saved
             *     * `applied` - Applied
             *     * `screening` - Screening
             *     * `interview` - Interview
             *     * `assessment` - Assessment
             *     * `offer` - Offer
             *     * `accepted` - Accepted
             *     * `rejected` - Rejected
             *     * `withdrawn` - Withdrawn
             *     * `ghosted` - Ghosted
             * @default saved
             */
            state?: components["schemas"]["CreateApplicationStateEnum"];
            /**
             * Format: date-time
             * @description When it was sent; now, for `applied`.
             */
            applied_at?: string;
        };
        /**
         * @description * `saved` - Saved
         *     * `applied` - Applied
         *     * `screening` - Screening
         *     * `interview` - Interview
         *     * `assessment` - Assessment
         *     * `offer` - Offer
         *     * `accepted` - Accepted
         *     * `rejected` - Rejected
         *     * `withdrawn` - Withdrawn
         *     * `ghosted` - Ghosted
         * @enum {string}
         */
        CreateApplicationStateEnum: "saved" | "applied" | "screening" | "interview" | "assessment" | "offer" | "accepted" | "rejected" | "withdrawn" | "ghosted";
        /** @description multipart/form-data. */
        CreateDocumentRequest: {
            /**
             * Format: binary
             * @description 10 MB at most.
             */
            file: Blob;
        };
        /** @description A file. `media_type` is told from its content; `sha256` is of its bytes, `size` in bytes. */
        Document: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["DocumentKind"];
            readonly filename: string;
            readonly media_type: string;
            readonly size: number;
            readonly sha256: string;
            /** Format: date-time */
            readonly created_at: string;
        };
        /**
         * @description * `upload` - Upload
         *     * `render` - Render
         *     * `letter` - Letter
         * @enum {string}
         */
        DocumentKind: "upload" | "render" | "letter";
        /** @description `url` is a path of this server that needs no token and works until `expires_at`. */
        DownloadLink: {
            url: string;
            /** Format: date-time */
            expires_at: string;
        };
        /** @description Base of every request and response that is no model. */
        Education: {
            /** @default  */
            institution: string;
            /** @default  */
            degree: string;
            /** @default  */
            field_of_study: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            start_date: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            graduation_date: string;
            /** @default false */
            is_current: boolean;
            /** @default  */
            gpa: string;
            honors: string[];
            relevant_courses: string[];
            skills: string[];
        };
        /** @description Base of every request and response that is no model. */
        EducationRequest: {
            /** @default  */
            institution?: string;
            /** @default  */
            degree?: string;
            /** @default  */
            field_of_study?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            start_date?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            graduation_date?: string;
            /** @default false */
            is_current?: boolean;
            /** @default  */
            gpa?: string;
            honors?: string[];
            relevant_courses?: string[];
            skills?: string[];
        };
        /**
         * @description * `full_time` - Full Time
         *     * `part_time` - Part Time
         *     * `contract` - Contract
         *     * `temporary` - Temporary
         *     * `internship` - Internship
         *     * `volunteer` - Volunteer
         *     * `other` - Other
         * @enum {string}
         */
        EmploymentType: "full_time" | "part_time" | "contract" | "temporary" | "internship" | "volunteer" | "other";
        /** @description A claim of the document, and where in the resume it was taken from. */
        Evidence: {
            claim: string;
            source_path: string;
            source_text: string;
        };
        /**
         * @description What to write from and for: either a vacancy we hold, or the text of one.
         *
         *     What a writer does with tone, length, language and emphasis stands in `listGenerationProviders` under `heeds`.
         */
        GenerateRequest: {
            /** Format: uuid */
            resume_id: string;
            /** Format: uuid */
            vacancy_id?: string;
            /** @description A posting as pasted; a short first line is its title. */
            vacancy_text?: string;
            tone?: components["schemas"]["ToneEnum"];
            /** @default one_page */
            length?: components["schemas"]["LengthEnum"];
            /** @description ISO 639-1; else the resume's own. */
            language?: string;
            /** @description What to bring forward. */
            emphasis?: string[];
        };
        /** @description A generation with what was written. `content` is null until it has succeeded. */
        Generation: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["GenerationKind"];
            readonly status: components["schemas"]["TaskStatus"];
            /** Format: uuid */
            readonly resume_id: string;
            /** Format: uuid */
            readonly vacancy_id: string | null;
            /** Format: uuid */
            readonly result_resume_id: string | null;
            /** Format: uuid */
            readonly task_id: string;
            readonly provider: string;
            readonly model: string;
            readonly rating: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly finished_at: string | null;
            readonly content: components["schemas"]["ResumeContent"] | null;
            readonly alternatives: components["schemas"]["ResumeContent"][];
            readonly suggestions: components["schemas"]["MatchSuggestion"][];
            readonly evidence: components["schemas"]["Evidence"][];
            readonly unsupported: components["schemas"]["UnsupportedClaim"][];
            readonly metadata: components["schemas"]["GenerationMetadata"];
        };
        /** @description `stream_url` is null where what is written can't be followed word by word. */
        GenerationAccepted: {
            task: components["schemas"]["Task"];
            /** Format: uuid */
            generation_id: string;
            stream_url: string | null;
        };
        /** @description One writer that was asked. `outcome` is `written`, or the code of its refusal. */
        GenerationAttempt: {
            provider: string;
            model: string;
            outcome: string;
            latency_ms: number;
        };
        /**
         * @description * `tailored-resume` - Tailored Resume
         *     * `cover-letter` - Cover Letter
         *     * `proposal` - Proposal
         *     * `interview-prep` - Interview Prep
         *     * `follow-up-email` - Follow Up Email
         *     * `outreach-message` - Outreach Message
         *     * `summary` - Summary
         * @enum {string}
         */
        GenerationKind: "tailored-resume" | "cover-letter" | "proposal" | "interview-prep" | "follow-up-email" | "outreach-message" | "summary";
        /** @description What it took. `cost` is in USD. */
        GenerationMetadata: {
            /** @default 0 */
            tokens_in: number;
            /** @default 0 */
            tokens_out: number;
            /**
             * Format: double
             * @default 0
             */
            cost: number;
            /** @default 0 */
            latency_ms: number;
            attempts: components["schemas"]["GenerationAttempt"][];
        };
        /** @description Who writes. `heeds` are the options it acts on; `state` is of its circuit: `closed` is well, `open` is resting. */
        GenerationProvider: {
            name: string;
            models: string[];
            kinds: components["schemas"]["GenerationKind"][];
            heeds: components["schemas"]["HeedsEnum"][];
            state: components["schemas"]["GenerationProviderStateEnum"];
        };
        /**
         * @description * `closed` - closed
         *     * `half_open` - half_open
         *     * `open` - open
         * @enum {string}
         */
        GenerationProviderStateEnum: "closed" | "half_open" | "open";
        /** @description A generation in a list. */
        GenerationSummary: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["GenerationKind"];
            readonly status: components["schemas"]["TaskStatus"];
            /** Format: uuid */
            readonly resume_id: string;
            /** Format: uuid */
            readonly vacancy_id: string | null;
            /** Format: uuid */
            readonly result_resume_id: string | null;
            /** Format: uuid */
            readonly task_id: string;
            readonly provider: string;
            readonly model: string;
            readonly rating: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly finished_at: string | null;
        };
        /**
         * @description * `tone` - tone
         *     * `length` - length
         *     * `language` - language
         *     * `emphasis` - emphasis
         * @enum {string}
         */
        HeedsEnum: "tone" | "length" | "language" | "emphasis";
        /** @description A skill that is asked for. `weight` and `earned` are points of the score; a kin skill earns a part of the weight. */
        Keyword: {
            keyword: string;
            /** Format: double */
            weight: number;
            /** Format: double */
            earned: number;
            is_required: boolean;
        };
        /**
         * @description * `one_page` - one_page
         *     * `two_pages` - two_pages
         *     * `full` - full
         * @enum {string}
         */
        LengthEnum: "one_page" | "two_pages" | "full";
        /** @description One place. `text` is the posting's own wording, the rest what we recognised in it. */
        Location: {
            text: string;
            /** @default  */
            city: string;
            /** @default  */
            region: string;
            /** @default  */
            country: string;
            /** Format: double */
            lat: number | null;
            /** Format: double */
            lon: number | null;
        };
        /** @description Base of every request and response that is no model. */
        LoginRequest: {
            /** Format: email */
            email: string;
            password: string;
        };
        /** @description Why a good score may still lead nowhere. `code` is stable, `detail` is for people. */
        MatchBlocker: {
            code: string;
            detail: string;
        };
        /** @description A change of the resume worth making, where it is true. `value` is a skill or a language code. */
        MatchEdit: {
            kind: components["schemas"]["MatchEditKind"];
            value: string;
            text: string;
        };
        /**
         * @description * `add_skill` - add_skill
         *     * `show_skill` - show_skill
         *     * `add_language` - add_language
         * @enum {string}
         */
        MatchEditKind: "add_skill" | "show_skill" | "add_language";
        /**
         * @description One line of the sum: `score` of at most `weight`; the weights of all parts make 100.
         *
         *     `unknown` means that the resume (or the wishes) do not say, which counts half.
         */
        MatchPart: {
            name: string;
            score: number;
            weight: number;
            found: string[];
            missing: string[];
            unknown: boolean;
        };
        /** @description `gain` is what the score rises by when this edit alone is made. */
        MatchSuggestion: {
            edit: components["schemas"]["MatchEdit"];
            gain: number;
        };
        /** @description The caller: who they are, where they act, and what they may do there. */
        Me: {
            /** Format: uuid */
            readonly id: string;
            /** Format: email */
            readonly email: string;
            full_name: string;
            readonly email_verified: boolean;
            /** Format: date-time */
            readonly created_at: string;
            readonly is_staff: boolean;
            readonly workspace: components["schemas"]["WorkspaceSummary"];
            readonly role: components["schemas"]["Role"];
            readonly abilities: string[];
            readonly features: string[];
        };
        PaginatedApplicationList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Application"][];
        };
        PaginatedDocumentList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Document"][];
        };
        PaginatedGenerationProviderList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["GenerationProvider"][];
        };
        PaginatedGenerationSummaryList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["GenerationSummary"][];
        };
        PaginatedPostingRefList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["PostingRef"][];
        };
        PaginatedResumeSummaryList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["ResumeSummary"][];
        };
        PaginatedResumeThemeList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["ResumeTheme"][];
        };
        PaginatedResumeVersionSummaryList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["ResumeVersionSummary"][];
        };
        PaginatedTaskList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Task"][];
        };
        PaginatedTimelineEntryList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["TimelineEntry"][];
        };
        PaginatedVacancyMatchList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["VacancyMatch"][];
        };
        PaginatedVacancySummaryList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["VacancySummary"][];
        };
        /** @description multipart/form-data. */
        ParseResumeRequest: {
            /**
             * Format: binary
             * @description PDF, DOC, DOCX, ODT, RTF, TXT, JSON Resume; 10 MB.
             */
            file: Blob;
            /** @default  */
            title?: string;
        };
        /** @description Something to look at. `path` points into the content; empty for the whole file. */
        ParseWarning: {
            code: string;
            detail: string;
            path: string;
        };
        /** @description The resume, how sure each value is (0..1), and where it stood: page, x0, y0, x1, y1 in points from the top left. */
        ParsedResume: {
            resume: components["schemas"]["Resume"];
            confidence: {
                [key: string]: number;
            };
            boxes: {
                [key: string]: number[];
            };
            warnings: components["schemas"]["ParseWarning"][];
        };
        /** @description Only what is given changes. */
        PatchedUpdateApplicationRequest: {
            note?: string;
            /** Format: uuid */
            resume_version_id?: string | null;
        };
        /** @description Base of every request and response that is no model. */
        PatchedUpdateMeRequest: {
            full_name?: string;
        };
        /** @description Only what is given changes; of `content`, only the sections that are given. */
        PatchedUpdateResumeRequest: {
            title?: string;
            /** @description BCP 47. */
            language?: string;
            content?: components["schemas"]["ResumeContentChangesRequest"];
        };
        /** @description Only what is given changes. */
        PatchedUpdateVacancyRequest: {
            title?: string;
            /** @default  */
            company_name?: string;
            /** @description As a person writes them. */
            locations?: string[];
            remote?: components["schemas"]["Remote"] | null;
            employment_type?: components["schemas"]["EmploymentType"] | null;
            seniority?: components["schemas"]["Seniority"] | null;
            /** Format: double */
            salary_min?: number | null;
            /** Format: double */
            salary_max?: number | null;
            /** @description ISO 4217. */
            salary_currency?: string;
            salary_period?: components["schemas"]["SalaryPeriod"] | null;
            /**
             * @description Or plain text.
             * @default
             */
            description_html?: string;
            url?: string;
            apply_url?: string;
            /** Format: date */
            application_deadline?: string | null;
        };
        /** @description One posting that was merged into a vacancy. */
        PostingRef: {
            /** @description As `greenhouse`. */
            kind: string;
            board: string;
            source_id: string;
            url: string;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: date-time */
            last_seen_at: string;
            /** Format: date-time */
            closed_at: string | null;
        };
        /** @description RFC 9457. `code` is closed: every refusal is one of these. */
        Problem: {
            /** @description A page of this server that explains the code. */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description The path that was asked for. */
            instance: string;
            code: components["schemas"]["ProblemCode"];
            request_id: string;
            errors: components["schemas"]["ProblemField"][];
        };
        /** @enum {string} */
        ProblemCode: "validation_error" | "parse_error" | "not_authenticated" | "token_expired" | "token_invalid" | "permission_denied" | "email_not_verified" | "plan_limit_reached" | "not_found" | "method_not_allowed" | "not_acceptable" | "conflict" | "precondition_failed" | "payload_too_large" | "unsupported_media_type" | "unprocessable_file" | "throttled" | "upstream_error" | "upstream_timeout" | "unavailable" | "server_error";
        ProblemField: {
            /** @description Dots and indexes: `work_experience.0.company`. */
            attr: string;
            code: string;
            detail: string;
        };
        /** @description Base of every request and response that is no model. */
        Project: {
            /** @default  */
            name: string;
            /** @default  */
            url: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            start_date: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            end_date: string;
            /** @default  */
            description: string;
            highlights: string[];
            skills: string[];
        };
        /** @description Base of every request and response that is no model. */
        ProjectRequest: {
            /** @default  */
            name?: string;
            /** @default  */
            url?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            start_date?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            end_date?: string;
            /** @default  */
            description?: string;
            highlights?: string[];
            skills?: string[];
        };
        /** @description Base of every request and response that is no model. */
        Publication: {
            /** @default  */
            name: string;
            /** @default  */
            publisher: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            date: string;
            /** @default  */
            url: string;
            /** @default  */
            summary: string;
        };
        /** @description Base of every request and response that is no model. */
        PublicationRequest: {
            /** @default  */
            name?: string;
            /** @default  */
            publisher?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            date?: string;
            /** @default  */
            url?: string;
            /** @default  */
            summary?: string;
        };
        /** @description Base of every request and response that is no model. */
        RateGenerationRequest: {
            rating: components["schemas"]["RatingEnum"];
            /** @default  */
            comment?: string;
        };
        /**
         * @description * `up` - Up
         *     * `down` - Down
         * @enum {string}
         */
        RatingEnum: "up" | "down";
        /** @description Base of every request and response that is no model. */
        RefreshTokenRequest: {
            refresh_token: string;
        };
        /** @description Base of every request and response that is no model. */
        RegisterRequest: {
            /** Format: email */
            email: string;
            password: string;
            full_name: string;
        };
        /** @description Base of every request and response that is no model. */
        Registered: {
            user: components["schemas"]["User"];
            verification_sent: boolean;
        };
        /**
         * @description * `onsite` - Onsite
         *     * `hybrid` - Hybrid
         *     * `remote` - Remote
         * @enum {string}
         */
        Remote: "onsite" | "hybrid" | "remote";
        /** @description A resume as it stands. */
        Resume: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            /** @description BCP 47; empty where unknown. */
            readonly language: string;
            readonly origin: components["schemas"]["ResumeOrigin"];
            readonly current_version: number;
            /**
             * Format: uuid
             * @description The file it was read from.
             */
            readonly document_id: string | null;
            /**
             * Format: uuid
             * @description The resume it was tailored from.
             */
            readonly parent_id: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
            readonly content: components["schemas"]["ResumeContent"];
        };
        /** @description One difference. `path` is of the newer state, for what was removed of the older one. */
        ResumeChange: {
            path: string;
            kind: components["schemas"]["ResumeChangeKindEnum"];
            /** @description As the content holds it: a text, a flag, a list or an item. */
            before: unknown;
            after: unknown;
        };
        /**
         * @description * `added` - added
         *     * `removed` - removed
         *     * `changed` - changed
         * @enum {string}
         */
        ResumeChangeKindEnum: "added" | "removed" | "changed";
        /** @description The structured resume. What is left out is empty; what is given is complete in every answer. */
        ResumeContent: {
            contact_info: components["schemas"]["ContactInfo"];
            /** @default  */
            summary: string;
            work_experience: components["schemas"]["WorkExperience"][];
            education: components["schemas"]["Education"][];
            certifications: components["schemas"]["Certification"][];
            projects: components["schemas"]["Project"][];
            publications: components["schemas"]["Publication"][];
            awards: components["schemas"]["Award"][];
            languages: components["schemas"]["ResumeLanguage"][];
            volunteering: components["schemas"]["Volunteering"][];
            skills: components["schemas"]["SkillGroup"][];
            extra: components["schemas"]["ResumeExtra"][];
        };
        /** @description Only the sections that are given change; a section that is given is replaced whole. */
        ResumeContentChangesRequest: {
            contact_info?: components["schemas"]["ContactInfoRequest"];
            summary?: string;
            work_experience?: components["schemas"]["WorkExperienceRequest"][];
            education?: components["schemas"]["EducationRequest"][];
            certifications?: components["schemas"]["CertificationRequest"][];
            projects?: components["schemas"]["ProjectRequest"][];
            publications?: components["schemas"]["PublicationRequest"][];
            awards?: components["schemas"]["AwardRequest"][];
            languages?: components["schemas"]["ResumeLanguageRequest"][];
            volunteering?: components["schemas"]["VolunteeringRequest"][];
            skills?: components["schemas"]["SkillGroupRequest"][];
            extra?: components["schemas"]["ResumeExtraRequest"][];
        };
        /** @description The structured resume. What is left out is empty; what is given is complete in every answer. */
        ResumeContentRequest: {
            contact_info?: components["schemas"]["ContactInfoRequest"];
            /** @default  */
            summary?: string;
            work_experience?: components["schemas"]["WorkExperienceRequest"][];
            education?: components["schemas"]["EducationRequest"][];
            certifications?: components["schemas"]["CertificationRequest"][];
            projects?: components["schemas"]["ProjectRequest"][];
            publications?: components["schemas"]["PublicationRequest"][];
            awards?: components["schemas"]["AwardRequest"][];
            languages?: components["schemas"]["ResumeLanguageRequest"][];
            volunteering?: components["schemas"]["VolunteeringRequest"][];
            skills?: components["schemas"]["SkillGroupRequest"][];
            extra?: components["schemas"]["ResumeExtraRequest"][];
        };
        /** @description Every difference between two versions; a moved item is none. */
        ResumeDiff: {
            changes: components["schemas"]["ResumeChange"][];
        };
        /** @description What the shape has no place for: `path` is one of JSON Resume, `json` any JSON. */
        ResumeExtra: {
            path: string;
            json: unknown;
        };
        /** @description What the shape has no place for: `path` is one of JSON Resume, `json` any JSON. */
        ResumeExtraRequest: {
            path: string;
            json: unknown;
        };
        /** @description Base of every request and response that is no model. */
        ResumeLanguage: {
            /** @default  */
            language: string;
            /** @default  */
            fluency: string;
        };
        /** @description Base of every request and response that is no model. */
        ResumeLanguageRequest: {
            /** @default  */
            language?: string;
            /** @default  */
            fluency?: string;
        };
        /** @description Base of every request and response that is no model. */
        ResumeLink: {
            /** @default  */
            name: string;
            /** @default  */
            url: string;
        };
        /** @description Base of every request and response that is no model. */
        ResumeLinkRequest: {
            /** @default  */
            name?: string;
            /** @default  */
            url?: string;
        };
        /**
         * @description * `parsed` - Parsed
         *     * `typed` - Typed
         *     * `tailored` - Tailored
         * @enum {string}
         */
        ResumeOrigin: "parsed" | "typed" | "tailored";
        /** @description A resume in a list: without its content. */
        ResumeSummary: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            /** @description BCP 47; empty where unknown. */
            readonly language: string;
            readonly origin: components["schemas"]["ResumeOrigin"];
            readonly current_version: number;
            /**
             * Format: uuid
             * @description The file it was read from.
             */
            readonly document_id: string | null;
            /**
             * Format: uuid
             * @description The resume it was tailored from.
             */
            readonly parent_id: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /** @description A look. `ats_safe`: one column in plain order, which any applicant tracking system reads. */
        ResumeTheme: {
            name: string;
            title: string;
            description: string;
            ats_safe: boolean;
            /** @description A PNG of an invented resume; needs no token. */
            readonly preview_url: string;
        };
        /** @description A state of a resume; it never changes. */
        ResumeVersion: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly resume_id: string;
            readonly number: number;
            readonly title: string;
            readonly language: string;
            readonly reason: components["schemas"]["ResumeVersionReason"];
            readonly note: string;
            /** Format: uuid */
            readonly actor_id: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly content: components["schemas"]["ResumeContent"];
        };
        /**
         * @description * `created` - Created
         *     * `parsed` - Parsed
         *     * `updated` - Updated
         *     * `restored` - Restored
         *     * `generated` - Generated
         * @enum {string}
         */
        ResumeVersionReason: "created" | "parsed" | "updated" | "restored" | "generated";
        /** @description A state of a resume in a list: without its content. `actor_id` is the user who wrote it. */
        ResumeVersionSummary: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly resume_id: string;
            readonly number: number;
            readonly title: string;
            readonly language: string;
            readonly reason: components["schemas"]["ResumeVersionReason"];
            readonly note: string;
            /** Format: uuid */
            readonly actor_id: string | null;
            /** Format: date-time */
            readonly created_at: string;
        };
        /**
         * @description * `owner` - Owner
         *     * `admin` - Admin
         *     * `member` - Member
         *     * `viewer` - Viewer
         * @enum {string}
         */
        Role: "owner" | "admin" | "member" | "viewer";
        /**
         * @description * `hour` - Hour
         *     * `day` - Day
         *     * `week` - Week
         *     * `month` - Month
         *     * `year` - Year
         *     * `project` - Project
         * @enum {string}
         */
        SalaryPeriod: "hour" | "day" | "week" | "month" | "year" | "project";
        /** @description Base of every request and response that is no model. */
        SaveVacancyRequest: {
            note?: string;
            tags?: string[];
        };
        /** @description Against a vacancy we hold, or against the text of one. */
        ScoreResumeRequest: {
            /** Format: uuid */
            vacancy_id?: string;
            /** @description A posting as pasted. */
            text?: string;
            /** @description Of the text; else its short first line. */
            title?: string;
        };
        /**
         * @description * `intern` - Intern
         *     * `entry` - Entry
         *     * `junior` - Junior
         *     * `mid` - Mid
         *     * `senior` - Senior
         *     * `lead` - Lead
         *     * `manager` - Manager
         *     * `director` - Director
         *     * `executive` - Executive
         * @enum {string}
         */
        Seniority: "intern" | "entry" | "junior" | "mid" | "senior" | "lead" | "manager" | "director" | "executive";
        /** @description A skill, or a group of them: `{name: "Languages", keywords: ["Go", "SQL"]}`. A bare string is a name. */
        SkillGroup: {
            /** @default  */
            name: string;
            keywords: string[];
        };
        SkillGroupRequest: {
            /** @default  */
            name?: string;
            keywords?: string[];
        } | string;
        /** @description Background work. `result` is as the operation that started it says; `problem` is a Problem. */
        Task: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: string;
            status: components["schemas"]["TaskStatus"];
            readonly progress: components["schemas"]["TaskProgress"];
            readonly result: {
                [key: string]: unknown;
            } | null;
            readonly problem: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly started_at: string | null;
            /** Format: date-time */
            readonly finished_at: string | null;
        };
        /** @description How far. `total` is null while it is unknown. */
        TaskProgress: {
            done: number;
            total: number | null;
            message: string;
        };
        /**
         * @description * `queued` - Queued
         *     * `running` - Running
         *     * `succeeded` - Succeeded
         *     * `failed` - Failed
         *     * `cancelled` - Cancelled
         * @enum {string}
         */
        TaskStatus: "queued" | "running" | "succeeded" | "failed" | "cancelled";
        /** @description One thing that happened. `occurred_at` is when it was recorded, `at` when a change of state took place. */
        TimelineEntry: {
            /** Format: uuid */
            id: string;
            type: components["schemas"]["TypeEnum"];
            /** Format: date-time */
            occurred_at: string;
            /** Format: uuid */
            actor_id: string | null;
            from_state: components["schemas"]["ApplicationState"] | null;
            to_state: components["schemas"]["ApplicationState"] | null;
            /** Format: date-time */
            at: string | null;
            note: string;
        };
        /** @description A short access token, and a refresh token that is good once. */
        TokenPair: {
            access_token: string;
            refresh_token: string;
            token_type: components["schemas"]["TokenTypeEnum"];
            /** @description Seconds. */
            expires_in: number;
            user: components["schemas"]["User"];
        };
        /**
         * @description * `bearer` - bearer
         * @enum {string}
         */
        TokenTypeEnum: "bearer";
        /**
         * @description * `professional` - professional
         *     * `friendly` - friendly
         *     * `confident` - confident
         *     * `concise` - concise
         * @enum {string}
         */
        ToneEnum: "professional" | "friendly" | "confident" | "concise";
        /** @description `at` is when it happened: now by default, not before the last change. */
        TransitionApplicationRequest: {
            to: components["schemas"]["ApplicationState"];
            /** Format: date-time */
            at?: string;
            /** @default  */
            note?: string;
        };
        /**
         * @description * `application.created` - application.created
         *     * `application.transitioned` - application.transitioned
         *     * `application.changed` - application.changed
         * @enum {string}
         */
        TypeEnum: "application.created" | "application.transitioned" | "application.changed";
        /** @description A claim of a refused draft that the resume does not carry. `claim_path` leads into the draft. */
        UnsupportedClaim: {
            claim: string;
            reason: string;
            kind: components["schemas"]["ClaimKind"];
            claim_path: string;
        };
        /** @description The person behind a token. */
        User: {
            /** Format: uuid */
            readonly id: string;
            /** Format: email */
            readonly email: string;
            full_name: string;
            readonly email_verified: boolean;
            /** Format: date-time */
            readonly created_at: string;
        };
        /** @description A vacancy with all its text. `description_html` is sanitised. */
        Vacancy: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly company: components["schemas"]["CompanyRef"];
            readonly locations: components["schemas"]["Location"][];
            readonly remote: components["schemas"]["Remote"] | null;
            readonly employment_type: components["schemas"]["EmploymentType"] | null;
            readonly seniority: components["schemas"]["Seniority"] | null;
            /** Format: double */
            readonly salary_min: number | null;
            /** Format: double */
            readonly salary_max: number | null;
            /** @description ISO 4217, or empty. */
            readonly salary_currency: string;
            readonly salary_period: components["schemas"]["SalaryPeriod"] | null;
            readonly skills: string[];
            readonly snippet: string;
            /** @description The posting's page, or empty. */
            readonly url: string;
            /** @description Where to apply, or empty. */
            readonly apply_url: string;
            readonly source: string;
            readonly source_id: string;
            /** Format: date-time */
            readonly posted_at: string | null;
            /** Format: date-time */
            readonly first_seen_at: string;
            /** Format: date-time */
            readonly last_seen_at: string;
            /** Format: date-time */
            readonly closed_at: string | null;
            readonly status: components["schemas"]["VacancyStatus"];
            /** Format: date */
            readonly application_deadline: string | null;
            readonly visa_sponsorship: boolean | null;
            readonly repost_count: number;
            readonly origin: components["schemas"]["VacancyOrigin"];
            readonly saved: boolean;
            /** Format: date-time */
            readonly applied_at: string | null;
            readonly requirements: string[];
            readonly description_html: string;
            readonly description_text: string;
            readonly department: string;
            readonly language: string;
        };
        /** @description What the workspace noted on a vacancy. */
        VacancyMark: {
            readonly vacancy_id: string;
            /** Format: date-time */
            readonly saved_at: string | null;
            /** Format: date-time */
            readonly hidden_at: string | null;
            /** Format: date-time */
            readonly applied_at: string | null;
            readonly note: string;
            readonly tags: string[];
        };
        /** @description A vacancy and how a resume fits it: `score` is the sum of the parts. */
        VacancyMatch: {
            vacancy: components["schemas"]["VacancySummary"];
            score: number;
            band: components["schemas"]["BandEnum"];
            parts: components["schemas"]["MatchPart"][];
            blockers: components["schemas"]["MatchBlocker"][];
            suggestions: components["schemas"]["MatchSuggestion"][];
        };
        /**
         * @description * `catalogue` - catalogue
         *     * `own` - own
         * @enum {string}
         */
        VacancyOrigin: "catalogue" | "own";
        /**
         * @description * `open` - Open
         *     * `closed` - Closed
         * @enum {string}
         */
        VacancyStatus: "open" | "closed";
        /** @description A vacancy in a list. `snippet` is the start of its text; the detail has all of it. */
        VacancySummary: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly company: components["schemas"]["CompanyRef"];
            readonly locations: components["schemas"]["Location"][];
            readonly remote: components["schemas"]["Remote"] | null;
            readonly employment_type: components["schemas"]["EmploymentType"] | null;
            readonly seniority: components["schemas"]["Seniority"] | null;
            /** Format: double */
            readonly salary_min: number | null;
            /** Format: double */
            readonly salary_max: number | null;
            /** @description ISO 4217, or empty. */
            readonly salary_currency: string;
            readonly salary_period: components["schemas"]["SalaryPeriod"] | null;
            readonly skills: string[];
            readonly snippet: string;
            /** @description The posting's page, or empty. */
            readonly url: string;
            /** @description Where to apply, or empty. */
            readonly apply_url: string;
            readonly source: string;
            readonly source_id: string;
            /** Format: date-time */
            readonly posted_at: string | null;
            /** Format: date-time */
            readonly first_seen_at: string;
            /** Format: date-time */
            readonly last_seen_at: string;
            /** Format: date-time */
            readonly closed_at: string | null;
            readonly status: components["schemas"]["VacancyStatus"];
            /** Format: date */
            readonly application_deadline: string | null;
            readonly visa_sponsorship: boolean | null;
            readonly repost_count: number;
            readonly origin: components["schemas"]["VacancyOrigin"];
            readonly saved: boolean;
            /** Format: date-time */
            readonly applied_at: string | null;
        };
        /** @description Base of every request and response that is no model. */
        VerifyEmailRequest: {
            token: string;
        };
        /** @description Base of every request and response that is no model. */
        Volunteering: {
            /** @default  */
            organization: string;
            /** @default  */
            position: string;
            /** @default  */
            url: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            start_date: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            end_date: string;
            /** @default  */
            summary: string;
            highlights: string[];
        };
        /** @description Base of every request and response that is no model. */
        VolunteeringRequest: {
            /** @default  */
            organization?: string;
            /** @default  */
            position?: string;
            /** @default  */
            url?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            start_date?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            end_date?: string;
            /** @default  */
            summary?: string;
            highlights?: string[];
        };
        /** @description Base of every request and response that is no model. */
        WorkExperience: {
            /** @default  */
            company: string;
            /** @default  */
            position: string;
            /** @default  */
            location: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            start_date: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            end_date: string;
            /** @default false */
            is_current: boolean;
            /** @default  */
            description: string;
            responsibilities: string[];
            skills: string[];
        };
        /** @description Base of every request and response that is no model. */
        WorkExperienceRequest: {
            /** @default  */
            company?: string;
            /** @default  */
            position?: string;
            /** @default  */
            location?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            start_date?: string;
            /**
             * @description YYYY, YYYY-MM or YYYY-MM-DD.
             * @default
             */
            end_date?: string;
            /** @default false */
            is_current?: boolean;
            /** @default  */
            description?: string;
            responsibilities?: string[];
            skills?: string[];
        };
        /**
         * @description * `personal` - Personal
         *     * `team` - Team
         * @enum {string}
         */
        WorkspaceKind: "personal" | "team";
        /** @description Where the caller acts. */
        WorkspaceSummary: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly kind: components["schemas"]["WorkspaceKind"];
            readonly plan: string;
        };
        /** @description Base of every request and response that is no model. */
        WriteResumeRequest: {
            title: string;
            /** @description BCP 47. */
            language?: string;
            content: components["schemas"]["ResumeContentRequest"];
        };
        /** @description A vacancy of the workspace's own. What is left out is read from the description where it says it. */
        WriteVacancyRequest: {
            title: string;
            /** @default  */
            company_name?: string;
            /** @description As a person writes them. */
            locations?: string[];
            remote?: components["schemas"]["Remote"] | null;
            employment_type?: components["schemas"]["EmploymentType"] | null;
            seniority?: components["schemas"]["Seniority"] | null;
            /** Format: double */
            salary_min?: number | null;
            /** Format: double */
            salary_max?: number | null;
            /** @description ISO 4217. */
            salary_currency?: string;
            salary_period?: components["schemas"]["SalaryPeriod"] | null;
            /**
             * @description Or plain text.
             * @default
             */
            description_html?: string;
            url?: string;
            apply_url?: string;
            /** Format: date */
            application_deadline?: string | null;
        };
    };
    responses: {
        /** @description validation_error, parse_error */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description not_authenticated, token_expired, token_invalid */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description permission_denied, email_not_verified, plan_limit_reached */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description not_found */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description conflict */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description precondition_failed */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description payload_too_large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description unsupported_media_type */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description unprocessable_file */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description server_error */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description unavailable */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApplications: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "updated_at" | "-updated_at" | "created_at" | "-created_at" | "state_changed_at" | "-state_changed_at" | "applied_at" | "-applied_at";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                /** @description Words that all stand in the title or the company's name. */
                q?: string;
                /**
                 * @description Comma list; any of them.
                 *
                 *     * `saved` - Saved
                 *     * `applied` - Applied
                 *     * `screening` - Screening
                 *     * `interview` - Interview
                 *     * `assessment` - Assessment
                 *     * `offer` - Offer
                 *     * `accepted` - Accepted
                 *     * `rejected` - Rejected
                 *     * `withdrawn` - Withdrawn
                 *     * `ghosted` - Ghosted
                 *     * `archived` - Archived
                 */
                state?: ("accepted" | "applied" | "archived" | "assessment" | "ghosted" | "interview" | "offer" | "rejected" | "saved" | "screening" | "withdrawn")[];
                vacancy_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedApplicationList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answer the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateApplicationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedUpdateApplicationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listApplicationTimeline: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "occurred_at" | "-occurred_at";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTimelineEntryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    transitionApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransitionApplicationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshTokenRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    refreshToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshTokenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            400: components["responses"]["Problem400"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmailRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /**
                 * @description * `upload` - Upload
                 *     * `render` - Render
                 *     * `letter` - Letter
                 */
                kind?: "letter" | "render" | "upload";
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "filename" | "-filename" | "size" | "-size";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedDocumentList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answer the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["CreateDocumentRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    downloadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadLink"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    generate: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key and body within 24 hours answer the first answer again. */
                "Idempotency-Key": string;
            };
            path: {
                kind: "cover-letter" | "follow-up-email" | "interview-prep" | "outreach-message" | "proposal" | "summary" | "tailored-resume";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationAccepted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listGenerationProviders: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGenerationProviderList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listGenerations: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /**
                 * @description * `tailored-resume` - Tailored Resume
                 *     * `cover-letter` - Cover Letter
                 *     * `proposal` - Proposal
                 *     * `interview-prep` - Interview Prep
                 *     * `follow-up-email` - Follow Up Email
                 *     * `outreach-message` - Outreach Message
                 *     * `summary` - Summary
                 */
                kind?: "cover-letter" | "follow-up-email" | "interview-prep" | "outreach-message" | "proposal" | "summary" | "tailored-resume";
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                resume_id?: string;
                /**
                 * @description * `queued` - Queued
                 *     * `running` - Running
                 *     * `succeeded` - Succeeded
                 *     * `failed` - Failed
                 *     * `cancelled` - Cancelled
                 */
                status?: "cancelled" | "failed" | "queued" | "running" | "succeeded";
                vacancy_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGenerationSummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteGeneration: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rateGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateGenerationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listResumeThemes: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedResumeThemeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewResumeTheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listResumes: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "updated_at" | "-updated_at" | "created_at" | "-created_at" | "title" | "-title";
                /**
                 * @description * `parsed` - Parsed
                 *     * `typed` - Typed
                 *     * `tailored` - Tailored
                 */
                origin?: "parsed" | "tailored" | "typed";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                /** @description Tailored from this resume. */
                parent_id?: string;
                /** @description Part of the title. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedResumeSummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answer the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteResumeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resume"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resume"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    replaceResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteResumeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resume"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedUpdateResumeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resume"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    scoreResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScoreResumeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AtsScore"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listResumeMatches: {
        parameters: {
            query?: {
                applied?: boolean;
                /** @description Part of the name. */
                company?: string;
                /** @description ISO 3166-1 alpha-2. */
                country?: string;
                /** @description ISO 4217. */
                currency?: string;
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /**
                 * @description * `full_time` - Full Time
                 *     * `part_time` - Part Time
                 *     * `contract` - Contract
                 *     * `temporary` - Temporary
                 *     * `internship` - Internship
                 *     * `volunteer` - Volunteer
                 *     * `other` - Other
                 */
                employment_type?: "contract" | "full_time" | "internship" | "other" | "part_time" | "temporary" | "volunteer";
                /** @description Part of a place's text: a city, region or country. */
                location?: string;
                /** @description Only matches that score at least this. */
                min_score?: unknown;
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                posted_after?: string;
                posted_before?: string;
                /** @description Web-search syntax: quotes, `-`, `or`. */
                q?: string;
                /**
                 * @description * `onsite` - Onsite
                 *     * `hybrid` - Hybrid
                 *     * `remote` - Remote
                 */
                remote?: "hybrid" | "onsite" | "remote";
                /** @description The least it pays, a year, is at most this. */
                salary_max?: number;
                /** @description The most it pays, a year, reaches this. */
                salary_min?: number;
                saved?: boolean;
                /**
                 * @description * `intern` - Intern
                 *     * `entry` - Entry
                 *     * `junior` - Junior
                 *     * `mid` - Mid
                 *     * `senior` - Senior
                 *     * `lead` - Lead
                 *     * `manager` - Manager
                 *     * `director` - Director
                 *     * `executive` - Executive
                 */
                seniority?: "director" | "entry" | "executive" | "intern" | "junior" | "lead" | "manager" | "mid" | "senior";
                /** @description Comma list; all of them. */
                skills?: string;
                /** @description Comma list; any of them. */
                skills_any?: string;
                /** @description A kind of source, as `greenhouse`. */
                source?: string;
                visa_sponsorship?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedVacancyMatchList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    renderResume: {
        parameters: {
            query?: {
                /**
                 * @description * `html` - html
                 *     * `json` - json
                 *     * `md` - md
                 *     * `pdf` - pdf
                 *     * `png` - png
                 *     * `txt` - txt
                 */
                format?: "html" | "json" | "md" | "pdf" | "png" | "txt";
                /**
                 * @description * `classic` - classic
                 *     * `modern` - modern
                 *     * `compact` - compact
                 */
                theme?: "classic" | "modern" | "compact";
                /** @description The newest, unless said. */
                version?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": Blob;
                    "image/png": Blob;
                    "text/html": Blob;
                    "text/markdown": Blob;
                    "text/plain": Blob;
                    "application/json": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listResumeVersions: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "number" | "-number";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedResumeVersionSummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getResumeVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumeVersion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    restoreResumeVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resume"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    diffResumeVersions: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumeDiff"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    parseResume: {
        parameters: {
            query?: {
                async?: boolean;
            };
            header?: {
                /** @description The same key and body within 24 hours answer the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ParseResumeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParsedResume"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                kind?: string;
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                /**
                 * @description * `queued` - Queued
                 *     * `running` - Running
                 *     * `succeeded` - Succeeded
                 *     * `failed` - Failed
                 *     * `cancelled` - Cancelled
                 */
                status?: "cancelled" | "failed" | "queued" | "running" | "succeeded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTaskList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    cancelTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedUpdateMeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listVacancies: {
        parameters: {
            query?: {
                applied?: boolean;
                /** @description Part of the name. */
                company?: string;
                /** @description ISO 3166-1 alpha-2. */
                country?: string;
                /** @description ISO 4217. */
                currency?: string;
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /**
                 * @description * `full_time` - Full Time
                 *     * `part_time` - Part Time
                 *     * `contract` - Contract
                 *     * `temporary` - Temporary
                 *     * `internship` - Internship
                 *     * `volunteer` - Volunteer
                 *     * `other` - Other
                 */
                employment_type?: "contract" | "full_time" | "internship" | "other" | "part_time" | "temporary" | "volunteer";
                /** @description Part of a place's text: a city, region or country. */
                location?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "posted_at" | "-posted_at" | "first_seen_at" | "-first_seen_at" | "salary_max" | "-salary_max";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                posted_after?: string;
                posted_before?: string;
                /** @description Web-search syntax: quotes, `-`, `or`. */
                q?: string;
                /**
                 * @description * `onsite` - Onsite
                 *     * `hybrid` - Hybrid
                 *     * `remote` - Remote
                 */
                remote?: "hybrid" | "onsite" | "remote";
                /** @description The least it pays, a year, is at most this. */
                salary_max?: number;
                /** @description The most it pays, a year, reaches this. */
                salary_min?: number;
                saved?: boolean;
                /**
                 * @description * `intern` - Intern
                 *     * `entry` - Entry
                 *     * `junior` - Junior
                 *     * `mid` - Mid
                 *     * `senior` - Senior
                 *     * `lead` - Lead
                 *     * `manager` - Manager
                 *     * `director` - Director
                 *     * `executive` - Executive
                 */
                seniority?: "director" | "entry" | "executive" | "intern" | "junior" | "lead" | "manager" | "mid" | "senior";
                /** @description Comma list; all of them. */
                skills?: string;
                /** @description Comma list; any of them. */
                skills_any?: string;
                /** @description A kind of source, as `greenhouse`. */
                source?: string;
                /**
                 * @description Left out: open ones, and among saved or applied ones all.
                 *
                 *     * `open` - Open
                 *     * `closed` - Closed
                 */
                status?: "closed" | "open";
                visa_sponsorship?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedVacancySummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createVacancy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answer the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteVacancyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacancy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getVacancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacancy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    replaceVacancy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteVacancyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacancy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteVacancy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateVacancy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedUpdateVacancyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacancy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    hideVacancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    unhideVacancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    saveVacancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SaveVacancyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VacancyMark"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    unsaveVacancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listVacancySources: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPostingRefList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
