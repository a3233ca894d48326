// Made from openapi.json by `npm run generate`. Do not edit.

export interface paths {
    "/api/v1/api-keys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How programs get in
         * @description How programs get in. Keys are made and ended by people: no key can make another, or see which there are.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make one
         * @description Make one. The answer alone holds what its holder sends: `key` is shown this once.
         *
         *     Sent again with the same `Idempotency-Key` it makes no second one, and answers the first without `key`: a
         *     secret that may be asked for twice would have to be kept. Whoever lost it revokes the key and makes another.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/": {
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
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Revoke it, at once and for good
         * @description Revoke it, at once and for good. It stays in the list. Whatever their role, people may revoke their own.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        /**
         * Rename it, or let it end sooner
         * @description Rename it, or let it end sooner. What it may do can't be changed: make another.
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
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
         *
         *     Scope of an API key: `applications:read`.
         */
        get: operations["listApplications"];
        put?: never;
        /**
         * Begin one, for a vacancy that is known or one typed in
         * @description Begin one, for a vacancy that is known or one typed in. A second for the same vacancy is a 409.
         *
         *     Scope of an API key: `applications:write`.
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
         *
         *     Scope of an API key: `applications:read`.
         */
        get: operations["getApplication"];
        put?: never;
        post?: never;
        /**
         * Delete it with its notes
         * @description Delete it with its notes. The vacancy stays, and no longer counts as applied to.
         *
         *     Scope of an API key: `applications:write`.
         */
        delete: operations["deleteApplication"];
        options?: never;
        head?: never;
        /**
         * Change its note or which resume was sent
         * @description Change its note or which resume was sent. Its state changes by `transition`.
         *
         *     Scope of an API key: `applications:write`.
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
         *
         *     Scope of an API key: `applications:read`.
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
         *
         *     Scope of an API key: `applications:write`.
         */
        post: operations["transitionApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in the workspace
         * @description What happened in the workspace: who did what to what, newest first.
         *
         *     A row is `sealed` a moment after it was written: from then on it cannot be changed unnoticed.
         *
         *     Scope of an API key: `audit:manage`.
         */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
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
         * Sign in, before the address is verified too
         * @description Sign in, before the address is verified too. Who has a second factor gets a challenge (202) for it.
         *
         *     After ten wrong passwords an account takes one try at a time from devices it does not know, after a wait that
         *     doubles from a minute to an hour; a device that signed in before has tries of its own.
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
    "/api/v1/auth/mfa/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which second factors are on
         * @description Which second factors are on.
         */
        get: operations["getMfa"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/challenge/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The second half of a sign-in
         * @description The second half of a sign-in. A challenge is good once, for ten minutes and five failures.
         */
        post: operations["completeMfaChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/challenge/passkey/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser needs to answer a challenge with a passkey
         * @description What the browser needs to answer a challenge with a passkey.
         */
        post: operations["beginMfaChallengePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/passkeys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own passkeys
         * @description The caller's own passkeys. Each signs in by itself, and is a second factor beside a password.
         */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Keep the passkey that the browser made
         * @description Keep the passkey that the browser made. With the first factor come recovery codes, shown this once.
         */
        post: operations["createPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/passkeys/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the caller's
         * @description One of the caller's.
         */
        get: operations["getPasskey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename it
         * @description Rename it.
         */
        patch: operations["updatePasskey"];
        trace?: never;
    };
    "/api/v1/auth/mfa/passkeys/{id}/remove/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove it
         * @description Remove it. A POST, for the proof stands in its body. Refused where it is the only way in.
         */
        post: operations["deletePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/passkeys/begin/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a passkey
         * @description Begin a passkey: what the browser needs to make one, good for ten minutes.
         */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/recovery-codes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many are left
         * @description How many are left. The codes themselves were shown once.
         */
        get: operations["getRecoveryCodes"];
        put?: never;
        /**
         * New recovery codes, shown this once
         * @description New recovery codes, shown this once; the old ones are no longer good.
         */
        post: operations["regenerateRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/totp/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin with an authenticator app
         * @description Begin with an authenticator app. Nothing is on until its first code is confirmed, within ten minutes.
         */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/totp/confirm/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn TOTP on with the app's first code
         * @description Turn TOTP on with the app's first code. Answers recovery codes, this once. Five wrong codes end it.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/totp/disable/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn TOTP off
         * @description Turn TOTP off. Recovery codes go with the last factor.
         */
        post: operations["disableTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which providers this server signs in with
         * @description Which providers this server signs in with.
         */
        get: operations["listOAuthProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}/authorize/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin a sign-in
         * @description Begin a sign-in: send the browser to `authorization_url`, keep `state` until it comes back.
         */
        get: operations["startOAuth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}/callback/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with what the provider sent back, or make an account
         * @description Sign in with what the provider sent back, or make an account. A state is good once, for ten minutes.
         *
         *     An address links an account here only where both sides have proven it; a second factor is asked for (202).
         */
        post: operations["completeOAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oauth/{provider}/link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * No longer sign in with this provider
         * @description No longer sign in with this provider. Refused where it is the only way in.
         */
        delete: operations["unlinkOAuth"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/begin/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser needs to offer the passkeys it has for this server
         * @description What the browser needs to offer the passkeys it has for this server.
         */
        post: operations["beginPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/complete/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with what the passkey signed
         * @description Sign in with what the passkey signed. A challenge is good for one try, within ten minutes.
         */
        post: operations["completePasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/change/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password
         * @description Set a new password. Signs out everywhere else, and answers new tokens for here.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a token for a new password, three an hour at most
         * @description Mail a token for a new password, three an hour at most. Answers the same whoever's address it is.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset/confirm/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the token that was mailed
         * @description Set a new password with the token that was mailed. Ends every session, and signs nobody in: good once.
         */
        post: operations["confirmPasswordReset"];
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
    "/api/v1/auth/sessions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one is signed in, the newest first
         * @description Where one is signed in, the newest first.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere but here
         * @description Sign out everywhere but here.
         */
        delete: operations["revokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out elsewhere
         * @description Sign out elsewhere: its refresh token and its access tokens are good no longer, at once.
         */
        delete: operations["revokeSession"];
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
         * @description Confirm an address with the token that was mailed to it, and sign in. Good once.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email/resend/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail another token, three an hour at most
         * @description Mail another token, three an hour at most. Answers the same whoever's address it is.
         */
        post: operations["resendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Companies of the catalogue and the workspace's marketplace clients, by name
         * @description Companies of the catalogue and the workspace's marketplace clients, by name.
         *
         *     Scope of an API key: `companies:read`.
         */
        get: operations["listCompanies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One company
         * @description One company; of a marketplace's client with what is known of them, and why they score as they do.
         *
         *     Scope of an API key: `companies:read`.
         */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{id}/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a marketplace client's profile anew, with the caller's own account there
         * @description Read a marketplace client's profile anew, with the caller's own account there: without one, a 409.
         *
         *     A company of the catalogue is kept current by its boards: a 404. The task's `result` is `{company_id, score}`.
         *
         *     Scope of an API key: `companies:write`.
         */
        post: operations["refreshCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{id}/research/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How it hires
         * @description How it hires: pace, open roles over time, pay, skills, reposts; each figure with the number it rests on.
         *
         *     Scope of an API key: `companies:read`.
         */
        get: operations["getCompanyResearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connection-kinds/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every kind, by title, with what its form asks for
         * @description Every kind, by title, with what its form asks for.
         *
         *     Scope of an API key: `users:read`.
         */
        get: operations["listConnectionKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own accounts elsewhere, in this workspace
         * @description The caller's own accounts elsewhere, in this workspace: no colleague sees them, no admin.
         *
         *     Scope of an API key: `users:read`.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Connect an account
         * @description Connect an account. `listConnectionKinds` says what each kind needs; nothing is tried out yet.
         */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, whole
         * @description One of them, whole.
         *
         *     Scope of an API key: `users:read`.
         */
        get: operations["getConnection"];
        /**
         * Give all of it anew, secrets too
         * @description Give all of it anew, secrets too. Of what kind it is stays.
         */
        put: operations["replaceConnection"];
        post?: never;
        /**
         * Forget it with its secret
         * @description Forget it with its secret. Whatever their role, people may forget their own.
         */
        delete: operations["deleteConnection"];
        options?: never;
        head?: never;
        /**
         * Change parts of it
         * @description Change parts of it; secrets that are not named stay as they are.
         */
        patch: operations["updateConnection"];
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
         *
         *     Scope of an API key: `documents:read`.
         */
        get: operations["listDocuments"];
        put?: never;
        /**
         * Keep a file as it is
         * @description Keep a file as it is. Its type is told from its content, and its name made to agree.
         *
         *     Scope of an API key: `documents:write`.
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
         *
         *     Scope of an API key: `documents:read`.
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        /**
         * Delete the file
         * @description Delete the file. A resume that was read from it stays.
         *
         *     Scope of an API key: `documents:write`.
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
         *
         *     Scope of an API key: `documents:read`.
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
         *
         *     Scope of an API key: `generation:write`.
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
         *
         *     Scope of an API key: `generation:read`.
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
         *
         *     Scope of an API key: `generation:read`.
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
         *
         *     Scope of an API key: `generation:read`.
         */
        get: operations["getGeneration"];
        put?: never;
        post?: never;
        /**
         * Delete it, and call its work off
         * @description Delete it, and call its work off. The resume that came of it stays.
         *
         *     Scope of an API key: `generation:write`.
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
         *
         *     Scope of an API key: `generation:write`.
         */
        post: operations["rateGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join the workspace
         * @description Join the workspace. Signed in with the address that was invited; `switch` to act there.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/preview/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the token in the mail asks into, by whom, and which address may accept it
         * @description What the token in the mail asks into, by whom, and which address may accept it.
         */
        post: operations["previewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/search/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The vacancies that answer a question, best first
         * @description The vacancies that answer a question, best first: by its words, by what they mean, and by occupation.
         *
         *     Quoted phrases must stand and excluded words must not, however a vacancy was found. A question that is no
         *     search for work gets nothing rather than everything. With a resume, the fit joins the order. At most about a
         *     thousand are ranked; what else holds the words follows by date. `next` neither skips nor repeats while vacancies
         *     arrive, close or change.
         *
         *     Scope of an API key: `vacancies:read`.
         */
        post: operations["searchJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What there is to choose from, smallest first
         * @description What there is to choose from, smallest first.
         */
        get: operations["listPlans"];
        put?: never;
        post?: never;
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
         *
         *     Scope of an API key: `resumes:read`.
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
         *
         *     Scope of an API key: `resumes:read`.
         */
        get: operations["listResumes"];
        put?: never;
        /**
         * A resume that is typed in, or sent in the shape of one
         * @description A resume that is typed in, or sent in the shape of one.
         *
         *     Scope of an API key: `resumes:write`.
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
         *
         *     Scope of an API key: `resumes:read`.
         */
        get: operations["getResume"];
        /**
         * Replace it by what is sent
         * @description Replace it by what is sent: a new version, unless nothing differs.
         *
         *     Scope of an API key: `resumes:write`.
         */
        put: operations["replaceResume"];
        post?: never;
        /**
         * Delete it with all its versions
         * @description Delete it with all its versions. The file it was read from stays among the documents.
         *
         *     Scope of an API key: `resumes:write`.
         */
        delete: operations["deleteResume"];
        options?: never;
        head?: never;
        /**
         * Change what is sent, of the content by whole sections
         * @description Change what is sent, of the content by whole sections: a new version, unless nothing differs.
         *
         *     Scope of an API key: `resumes:write`.
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
         *
         *     Scope of an API key: `resumes:read`.
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
         *     About a thousand candidates (same occupation, rarest skills) are scored. What the caller's preferences say of place,
         *     remote work, pay, permits and contract counts, too; `country` and `remote` of the request go before them.
         *
         *     Scope of an API key: `resumes:read`.
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
         *
         *     Scope of an API key: `resumes:read`.
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
         *
         *     Scope of an API key: `resumes:read`.
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
         *
         *     Scope of an API key: `resumes:read`.
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
         *
         *     Scope of an API key: `resumes:write`.
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
         *
         *     Scope of an API key: `resumes:read`.
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
         *
         *     Scope of an API key: `resumes:write`.
         */
        post: operations["parseResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own saved searches here, with how much is new to each
         * @description One's own saved searches here, with how much is new to each.
         *
         *     Scope of an API key: `vacancies:read`.
         */
        get: operations["listSavedSearches"];
        put?: never;
        /**
         * Keep a question
         * @description Keep a question. With an alert, each vacancy that comes or changes from now on and fits is told of once.
         *
         *     What is told is the event `saved_search.matched`.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        post: operations["createSavedSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One saved search
         * @description One saved search.
         *
         *     Scope of an API key: `vacancies:read`.
         */
        get: operations["getSavedSearch"];
        /**
         * Say all of it anew
         * @description Say all of it anew. What has matched is not told again.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        put: operations["replaceSavedSearch"];
        post?: never;
        /**
         * Forget it
         * @description Forget it.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        delete: operations["deleteSavedSearch"];
        options?: never;
        head?: never;
        /**
         * Change parts of it
         * @description Change parts of it; filters are given as a whole.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        patch: operations["updateSavedSearch"];
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/new/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What fits and came, or was opened again, after it was last seen
         * @description What fits and came, or was opened again, after it was last seen; the newest first. Looking changes nothing:
         *     `markSavedSearchSeen` does.
         *
         *     Scope of an API key: `vacancies:read`.
         */
        get: operations["listNewForSavedSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/seen/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What came until now, or until `at`, is new no longer
         * @description What came until now, or until `at`, is new no longer.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        post: operations["markSavedSearchSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/source-kinds/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every kind, with its terms and an example
         * @description Every kind, with its terms and an example.
         *
         *     Scope of an API key: `sources:read`.
         */
        get: operations["listSourceKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/source-runs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How each reading of a board went
         * @description How each reading of a board went.
         *
         *     Scope of an API key: `sources:read`.
         */
        get: operations["listSourceRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Boards that are read
         * @description Boards that are read: the workspace's own fill its own vacancies, seen by nobody else.
         *
         *     Scope of an API key: `sources:read`.
         */
        get: operations["listSources"];
        put?: never;
        /**
         * Add a board by its address, or by kind and name
         * @description Add a board by its address, or by kind and name. It is read within a minute, then as its terms allow.
         *
         *     Scope of an API key: `sources:write`.
         */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One board, with how reading it goes
         * @description One board, with how reading it goes.
         *
         *     Scope of an API key: `sources:read`.
         */
        get: operations["getSource"];
        /**
         * Say all anew but which board it is
         * @description Say all anew but which board it is.
         *
         *     Scope of an API key: `sources:write`.
         */
        put: operations["replaceSource"];
        post?: never;
        /**
         * Read it no more
         * @description Read it no more. Its vacancies stay the workspace's own. One of the catalogue that brought any is a 409.
         *
         *     Scope of an API key: `sources:write`.
         */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        /**
         * Change parts of it
         * @description Change parts of it. Where a key is sent is changed only by whose key it is.
         *
         *     Scope of an API key: `sources:write`.
         */
        patch: operations["updateSource"];
        trace?: never;
    };
    "/api/v1/sources/{id}/run/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read it now
         * @description Read it now. While it is read, or left alone after failures, a 409.
         *
         *     The task's `result` is the run as its event tells it: kind, board, outcome, counts and faults. Of a board of the
         *     catalogue the task is nobody's: `listSourceRuns` shows how it goes.
         *
         *     Scope of an API key: `sources:write`.
         */
        post: operations["runSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/preview/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch one page of a board that is not added yet, and show what it comes to
         * @description Fetch one page of a board that is not added yet, and show what it comes to. Nothing is kept.
         *
         *     Scope of an API key: `sources:write`.
         */
        post: operations["previewSource"];
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
         *
         *     Scope of an API key: `tasks:read`.
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
         *
         *     Scope of an API key: `tasks:read`.
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
         *
         *     Scope of an API key: `tasks:write`.
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
         *
         *     Scope of an API key: `users:read`.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Delete one's account after 30 days of grace
         * @description Delete one's account after 30 days of grace. Asks for a sign-in of the last ten minutes, else 403.
         *
         *     Other sessions end and API keys are revoked; until then one can sign in and take it back. Workspaces in which
         *     nobody else is go along; the last owner of one where others are gets a 409 that names it.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /**
         * Change one's own account
         * @description Change one's own account.
         *
         *     Scope of an API key: `users:write`.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/api/v1/users/me/deletion/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete one's account at once, without grace
         * @description Delete one's account at once, without grace. A wrong password is a 403; every session ends.
         */
        post: operations["eraseMe"];
        /**
         * Take the deletion of one's account back
         * @description Take the deletion of one's account back. Too late, once it has begun: 409.
         */
        delete: operations["keepMe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/export/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everything held on the caller, as a zip
         * @description Everything held on the caller, as a zip: JSON by table, the original files, and a README.txt.
         *
         *     The task's `result` is `{document_id}`: a document that only the caller sees, for seven days. While one is
         *     being made, its task is answered again.
         */
        post: operations["exportMyData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/preferences/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What they look for and how they want to hear of it
         * @description What they look for and how they want to hear of it; before anything was said, what holds for everyone.
         *
         *     Scope of an API key: `users:read`.
         */
        get: operations["getPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change some of it
         * @description Change some of it. A list is replaced as a whole.
         *
         *     Scope of an API key: `users:write`.
         */
        patch: operations["updatePreferences"];
        trace?: never;
    };
    "/api/v1/users/me/usage/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the workspace has used of its plan, what is left, and when it resets
         * @description What the workspace has used of its plan, what is left, and when it resets.
         *
         *     Scope of an API key: `users:read`.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         *
         *     Scope of an API key: `vacancies:read`.
         */
        get: operations["listVacancies"];
        put?: never;
        /**
         * Add a vacancy that only this workspace sees
         * @description Add a vacancy that only this workspace sees.
         *
         *     Scope of an API key: `vacancies:write`.
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
         *
         *     Scope of an API key: `vacancies:read`.
         */
        get: operations["getVacancy"];
        /**
         * Replace a vacancy of the workspace's own
         * @description Replace a vacancy of the workspace's own. The catalogue is read-only.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        put: operations["replaceVacancy"];
        post?: never;
        /**
         * Delete a vacancy of the workspace's own
         * @description Delete a vacancy of the workspace's own; one with an application is a 409. The catalogue is read-only.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        delete: operations["deleteVacancy"];
        options?: never;
        head?: never;
        /**
         * Change a vacancy of the workspace's own
         * @description Change a vacancy of the workspace's own. The catalogue is read-only.
         *
         *     Scope of an API key: `vacancies:write`.
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
         *
         *     Scope of an API key: `vacancies:write`.
         */
        post: operations["hideVacancy"];
        /**
         * Show it in lists again
         * @description Show it in lists again.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        delete: operations["unhideVacancy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vacancies/{id}/history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes with what stood before, closings, re-openings, reposts and merges
         * @description Changes with what stood before, closings, re-openings, reposts and merges. When it was first seen is no
         *     change: the vacancy says it.
         *
         *     Scope of an API key: `vacancies:read`.
         */
        get: operations["listVacancyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vacancies/{id}/merge/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every posting of a vacancy of the catalogue, why it is one, and which of them each field was taken from
         * @description Every posting of a vacancy of the catalogue, why it is one, and which of them each field was taken from.
         */
        get: operations["getVacancyMerge"];
        put?: never;
        /**
         * Make another vacancy part of this one
         * @description Make another vacancy part of this one. It is listed no more, and stays readable for who keeps it.
         */
        post: operations["mergeVacancy"];
        delete?: never;
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
         *
         *     Scope of an API key: `vacancies:write`.
         */
        post: operations["saveVacancy"];
        /**
         * No longer keep it
         * @description No longer keep it; its note and tags go.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        delete: operations["unsaveVacancy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vacancies/{id}/similar/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open vacancies of the catalogue that are like this one, in title, text or occupation
         * @description Open vacancies of the catalogue that are like this one, in title, text or occupation; at most fifty.
         *
         *     A text that stands in several places is shown once. Hidden ones are left out.
         *
         *     Scope of an API key: `vacancies:read`.
         */
        get: operations["listSimilarVacancies"];
        put?: never;
        post?: never;
        delete?: never;
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
         *
         *     Scope of an API key: `vacancies:read`.
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
    "/api/v1/vacancies/{id}/unmerge/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The exact reverse of the merge that brought a posting
         * @description The exact reverse of the merge that brought a posting. The rules never merge the two again.
         *
         *     What came from the same vacancy goes back together; a posting that joined when it was first met gets a vacancy of
         *     its own.
         */
        post: operations["unmergeVacancy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vacancies/import-url/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the vacancy at an address into the workspace's own
         * @description Read the vacancy at an address into the workspace's own.
         *
         *     A known job board is asked itself; any other page is read by its JSON-LD or microdata, else by its text. The
         *     task's `result` is `{vacancy_id, origin, is_new, read_by, confidence, doubts}`: `read_by` is `board`, `json_ld`,
         *     `microdata`, `text`, or `known` where the address was there already; `doubts` names the fields to look at. Its
         *     `problem` says why a page was not read: a private address, robots.txt, a site that does not answer, a page
         *     without a vacancy.
         *
         *     Scope of an API key: `vacancies:write`.
         */
        post: operations["importVacancyFromUrl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that the caller is in
         * @description All that the caller is in.
         *
         *     Scope of an API key: `workspaces:read`.
         */
        get: operations["listWorkspaces"];
        put?: never;
        /**
         * Make a team's workspace, with the caller as its owner
         * @description Make a team's workspace, with the caller as its owner. `switch` to act in it.
         */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, whole
         * @description One of them, whole.
         *
         *     Scope of an API key: `workspaces:read`.
         */
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        /**
         * Delete the workspace after 30 days of grace, in which it works as before
         * @description Delete the workspace after 30 days of grace, in which it works as before. A personal one is a 409.
         */
        delete: operations["deleteWorkspace"];
        options?: never;
        head?: never;
        /**
         * Rename it
         * @description Rename it.
         *
         *     Scope of an API key: `workspaces:manage`.
         */
        patch: operations["updateWorkspace"];
        trace?: never;
    };
    "/api/v1/workspaces/{id}/erase/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete the workspace at once, without grace
         * @description Delete the workspace at once, without grace. Asks for its name, typed in again.
         */
        post: operations["eraseWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{id}/restore/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the deletion of the workspace back
         * @description Take the deletion of the workspace back. Too late, once it has begun: 409.
         */
        post: operations["restoreWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{id}/switch/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act in this workspace
         * @description Act in this workspace: new tokens for the same session. The refresh token used so far is good no longer.
         */
        post: operations["switchWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspace_id}/invitations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is asked to join a workspace
         * @description Who is asked to join a workspace. Asked by people: a key, whatever its scopes, only reads.
         *
         *     Scope of an API key: `workspaces:manage`.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Ask somebody to join, by mail
         * @description Ask somebody to join, by mail. Good for seven days.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspace_id}/invitations/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, whole
         * @description One of them, whole.
         *
         *     Scope of an API key: `workspaces:manage`.
         */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        /**
         * Take it back
         * @description Take it back: its token is good for nothing from then on.
         */
        delete: operations["deleteInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspace_id}/invitations/{id}/resend/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the mail again, good for another seven days
         * @description Send the mail again, good for another seven days.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspace_id}/members/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in a workspace, and as what
         * @description Who is in a workspace, and as what. That is decided by people: a key, whatever its scopes, only reads.
         *
         *     Scope of an API key: `workspaces:read`.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspaces/{workspace_id}/members/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, whole
         * @description One of them, whole.
         *
         *     Scope of an API key: `workspaces:read`.
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /**
         * Remove a member, or leave
         * @description Remove a member, or leave: anyone may remove themselves, but for the last owner.
         */
        delete: operations["deleteMember"];
        options?: never;
        head?: never;
        /**
         * Change a member's role
         * @description Change a member's role. Nobody raises above themselves; only an owner makes or unmakes owners.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description * `read` - read
         *     * `write` - write
         *     * `manage` - manage
         *     * `own` - own
         * @enum {string}
         */
        Ability: "read" | "write" | "manage" | "own";
        /** @description Base of every request and response that is no model. */
        AcceptInvitationRequest: {
            /** @description As it stands in the mail. */
            token: string;
        };
        /** @description A program's way in. What it sends to get in was shown once, and is kept nowhere. */
        ApiKey: {
            /** Format: uuid */
            readonly id: string;
            /**
             * Format: uuid
             * @description Whom it acts as.
             */
            readonly user_id: string;
            readonly name: string;
            readonly prefix: string;
            readonly scopes: components["schemas"]["ApiKeyScope"][];
            /** @description Ed25519, PEM. With one, each request must be signed; empty: none is. */
            readonly public_key: string;
            readonly status: components["schemas"]["ApiKeyStatus"];
            /** Format: date-time */
            readonly expires_at: string | null;
            /** Format: date-time */
            readonly last_used_at: string | null;
            /** Format: date-time */
            readonly revoked_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
        };
        /**
         * @description * `*:read` - *:read
         *     * `*:write` - *:write
         *     * `*:manage` - *:manage
         *     * `applications:read` - applications:read
         *     * `applications:write` - applications:write
         *     * `audit:manage` - audit:manage
         *     * `companies:read` - companies:read
         *     * `companies:write` - companies:write
         *     * `documents:read` - documents:read
         *     * `documents:write` - documents:write
         *     * `generation:read` - generation:read
         *     * `generation:write` - generation:write
         *     * `resumes:read` - resumes:read
         *     * `resumes:write` - resumes:write
         *     * `sources:read` - sources:read
         *     * `sources:write` - sources:write
         *     * `tasks:read` - tasks:read
         *     * `tasks:write` - tasks:write
         *     * `users:read` - users:read
         *     * `users:write` - users:write
         *     * `vacancies:read` - vacancies:read
         *     * `vacancies:write` - vacancies:write
         *     * `workspaces:read` - workspaces:read
         *     * `workspaces:manage` - workspaces:manage
         * @enum {string}
         */
        ApiKeyScope: "*:read" | "*:write" | "*:manage" | "applications:read" | "applications:write" | "audit:manage" | "companies:read" | "companies:write" | "documents:read" | "documents:write" | "generation:read" | "generation:write" | "resumes:read" | "resumes:write" | "sources:read" | "sources:write" | "tasks:read" | "tasks:write" | "users:read" | "users:write" | "vacancies:read" | "vacancies:write" | "workspaces:read" | "workspaces:manage";
        /**
         * @description * `active` - Active
         *     * `expired` - Expired
         *     * `revoked` - Revoked
         * @enum {string}
         */
        ApiKeyStatus: "active" | "expired" | "revoked";
        /** @description A new key with what its holder sends. */
        ApiKeyWithSecret: {
            /** Format: uuid */
            readonly id: string;
            /**
             * Format: uuid
             * @description Whom it acts as.
             */
            readonly user_id: string;
            readonly name: string;
            readonly prefix: string;
            readonly scopes: components["schemas"]["ApiKeyScope"][];
            /** @description Ed25519, PEM. With one, each request must be signed; empty: none is. */
            readonly public_key: string;
            readonly status: components["schemas"]["ApiKeyStatus"];
            /** Format: date-time */
            readonly expires_at: string | null;
            /** Format: date-time */
            readonly last_used_at: string | null;
            /** Format: date-time */
            readonly revoked_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** @description What follows `Authorization: Api-Key `. Shown this once: an answer given again for the same `Idempotency-Key` has null here. */
            readonly key: string | null;
        };
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
        /** @description Base of every request and response that is no model. */
        AssertionResponseRequest: {
            clientDataJSON: string;
            authenticatorData: string;
            signature: string;
            userHandle?: string | null;
        };
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
        AttestationResponseRequest: {
            clientDataJSON: string;
            attestationObject: string;
            transports?: string[];
            authenticatorData?: string;
            publicKey?: string | null;
            publicKeyAlgorithm?: number;
        };
        /** @description A user, maybe of the past. Names are in `listMembers`. */
        AuditActor: {
            /** Format: uuid */
            id: string;
        };
        /** @description One fact. `actor` is null where the system did it, `seq` until it is `sealed`; an erased one has no payload. */
        AuditEvent: {
            /** Format: uuid */
            readonly id: string;
            readonly seq: number | null;
            readonly sealed: boolean;
            readonly type: string;
            /** Format: date-time */
            readonly occurred_at: string;
            readonly actor: components["schemas"]["AuditActor"] | null;
            readonly subject_type: string;
            /** Format: uuid */
            readonly subject_id: string | null;
            readonly changed: string[];
            readonly request_id: string;
            readonly payload: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            readonly erased_at: string | null;
        };
        /** @description `AuthenticationResponseJSON`: what `toJSON()` of a signed challenge gives. */
        AuthenticationCredentialRequest: {
            id: string;
            rawId: string;
            type: components["schemas"]["PublicKeyType"];
            clientExtensionResults?: components["schemas"]["ClientExtensionResultsRequest"];
            authenticatorAttachment?: components["schemas"]["AuthenticatorAttachmentEnum"] | null;
            response: components["schemas"]["AssertionResponseRequest"];
        };
        /**
         * @description * `platform` - platform
         *     * `cross-platform` - cross-platform
         * @enum {string}
         */
        AuthenticatorAttachmentEnum: "platform" | "cross-platform";
        /** @description Base of every request and response that is no model. */
        Award: {
            /** @default  */
            title: string;
            /** @default  */
            awarder: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
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
        BegunPasskey: {
            options: components["schemas"]["PasskeyCreationOptions"];
            /** @description Seconds. */
            expires_in: number;
        };
        /** @description What a client would spend: in all (`fixed`) or an hour (`hourly`). One bound at least is given. */
        Budget: {
            type: components["schemas"]["BudgetType"] | null;
            /** Format: double */
            min: number | null;
            /** Format: double */
            max: number | null;
        };
        /** @description What a client would spend: in all (`fixed`) or an hour (`hourly`). One bound at least is given. */
        BudgetRequest: {
            type?: components["schemas"]["BudgetType"] | null;
            /** Format: double */
            min?: number | null;
            /** Format: double */
            max?: number | null;
        };
        /**
         * @description * `fixed` - Fixed
         *     * `hourly` - Hourly
         * @enum {string}
         */
        BudgetType: "fixed" | "hourly";
        /** @description Base of every request and response that is no model. */
        Certification: {
            /** @default  */
            name: string;
            /** @default  */
            issuer: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            date_obtained: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            date_obtained?: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            expiration_date?: string;
            /** @default  */
            credential_id?: string;
        };
        /** @description Base of every request and response that is no model. */
        ChangePasswordRequest: {
            current_password: string;
            new_password: string;
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
        /** @description What the browser's extensions say. Those nobody asked for are ignored, as WebAuthn wants it. */
        ClientExtensionResultsRequest: {
            credProps?: components["schemas"]["CredentialPropertiesRequest"];
        };
        /** @description A marketplace's client, as the member's own account there shows them. What is not known is null. */
        ClientProfile: {
            readonly platform: string;
            readonly platform_id: string;
            readonly company_name: string;
            /** Format: double */
            readonly total_spent: number | null;
            readonly currency: string;
            /**
             * Format: double
             * @description 0 to 1.
             */
            readonly hire_rate: number | null;
            /**
             * Format: double
             * @description 0 to 5.
             */
            readonly rating: number | null;
            readonly reviews_count: number | null;
            readonly jobs_posted: number | null;
            readonly active_jobs: number | null;
            readonly reviews: components["schemas"]["ClientReview"][];
            readonly score: components["schemas"]["ClientScore"];
            /** Format: date-time */
            readonly fetched_at: string | null;
        };
        /** @description Who offers work at a marketplace: `getCompany` by this id tells more. What is not known is null. */
        ClientRef: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly location: string;
            /** Format: double */
            readonly total_spent: number | null;
            /**
             * Format: double
             * @description 0 to 1.
             */
            readonly hire_rate: number | null;
            /** @description 0 to 100. */
            readonly score: number | null;
        };
        /** @description What somebody who worked for them says. */
        ClientReview: {
            /**
             * Format: double
             * @description 0 to 5.
             */
            rating: number | null;
            comment: string;
            /** Format: date */
            date: string | null;
        };
        /** @description `value` is 0 to 100, null when nothing is known. `known` is the share of its weight that was. */
        ClientScore: {
            value: number | null;
            /**
             * Format: double
             * @description 0 to 1.
             */
            known: number;
            parts: components["schemas"]["ScorePart"][];
        };
        /** @description A company, with its profile where it is a marketplace's client. */
        Company: {
            /** Format: uuid */
            id: string;
            name: string;
            kind: components["schemas"]["CompanyKind"];
            /** @description Or empty. */
            logo_url: string;
            /** @description Or empty. */
            website: string;
            /** @description Of a client; or empty. */
            location: string;
            open_vacancies: number;
            client: components["schemas"]["ClientProfile"] | null;
        };
        /** @description A value, and how many vacancies it rests on: null where they are fewer than five. */
        CompanyFigure: {
            n: number;
            /** Format: double */
            value: number | null;
        };
        /**
         * @description * `employer` - Employer
         *     * `agency` - Agency
         *     * `client` - Client
         * @enum {string}
         */
        CompanyKind: "employer" | "agency" | "client";
        /** @description Of the `n` vacancies that say any: the share of each, the largest first; null where they are fewer than five. */
        CompanyMix: {
            n: number;
            shares: components["schemas"]["CompanyShare"][] | null;
        };
        /** @description A calendar month in UTC, by its first day. `open_at_end` of the present one is now. */
        CompanyMonth: {
            /** Format: date */
            month: string;
            opened: number;
            closed: number;
            open_at_end: number;
        };
        /** @description What is paid, in one currency (empty: not said): null where fewer than five vacancies say it. */
        CompanyRange: {
            currency: string;
            /** @description A seniority, or a kind of budget; empty for all together. */
            group: string;
            n: number;
            /** Format: double */
            readonly min: number | null;
            /** Format: double */
            readonly median: number | null;
            /** Format: double */
            readonly max: number | null;
        };
        /** @description Who hires. `id` is null for a name that the catalogue does not know. */
        CompanyRef: {
            /** Format: uuid */
            id: string | null;
            name: string;
            logo_url: string;
        };
        /**
         * @description How a company hires, from the vacancies we have of it.
         *
         *     Before `observed_since` only what was still listed then is known. Not `is_complete`: only its newest vacancies were
         *     read. `ghost_share` is of those open now: signals of medium or high, judged without their texts.
         */
        CompanyResearch: {
            /** Format: uuid */
            company_id: string;
            kind: components["schemas"]["CompanyKind"];
            vacancies: number;
            open_vacancies: number;
            /** Format: date-time */
            observed_since: string | null;
            is_complete: boolean;
            opened_per_month: components["schemas"]["CompanyFigure"];
            /** @description The last twelve. */
            months: components["schemas"]["CompanyMonth"][];
            /** @description A year's, by seniority. */
            pay: components["schemas"]["CompanyRange"][];
            /** @description Of a marketplace. */
            budgets: components["schemas"]["CompanyRange"][];
            /** @description By slug, twenty at most. */
            skills: components["schemas"]["CompanyMix"];
            seniority: components["schemas"]["CompanyMix"];
            remote: components["schemas"]["CompanyMix"];
            /** @description ISO 3166-1 alpha-2. */
            countries: components["schemas"]["CompanyMix"];
            repost_rate: components["schemas"]["CompanyFigure"];
            /** @description Of closed ones. */
            median_days_open: components["schemas"]["CompanyFigure"];
            ghost_share: components["schemas"]["CompanyFigure"];
        };
        /** @description Base of every request and response that is no model. */
        CompanyShare: {
            value: string;
            n: number;
            /**
             * Format: double
             * @description 0 to 1.
             */
            share: number;
        };
        /** @description Who hires: an employer or agency of the catalogue, or a marketplace's client that this workspace has met. */
        CompanySummary: {
            /** Format: uuid */
            id: string;
            name: string;
            kind: components["schemas"]["CompanyKind"];
            /** @description Or empty. */
            logo_url: string;
            /** @description Or empty. */
            website: string;
            /** @description Of a client; or empty. */
            location: string;
            open_vacancies: number;
        };
        /** @description One of `code`, `recovery_code` and `credential`. */
        CompleteMfaChallengeRequest: {
            /**
             * @description `cookie` keeps the refresh token in an HttpOnly cookie and out of the answer.
             *
             *     * `token` - token
             *     * `cookie` - cookie
             * @default token
             */
            session?: components["schemas"]["SessionEnum"];
            challenge: string;
            code?: string;
            recovery_code?: string;
            credential?: components["schemas"]["AuthenticationCredentialRequest"];
        };
        /** @description What every request that signs in may ask for. */
        CompleteOAuthRequest: {
            /**
             * @description `cookie` keeps the refresh token in an HttpOnly cookie and out of the answer.
             *
             *     * `token` - token
             *     * `cookie` - cookie
             * @default token
             */
            session?: components["schemas"]["SessionEnum"];
            /** @description As the provider put it into the address. */
            code: string;
            state: string;
        };
        /** @description What every request that signs in may ask for. */
        CompletePasskeySignInRequest: {
            /**
             * @description `cookie` keeps the refresh token in an HttpOnly cookie and out of the answer.
             *
             *     * `token` - token
             *     * `cookie` - cookie
             * @default token
             */
            session?: components["schemas"]["SessionEnum"];
            challenge: string;
            credential: components["schemas"]["AuthenticationCredentialRequest"];
        };
        /** @description Base of every request and response that is no model. */
        ConfirmPasswordResetRequest: {
            token: string;
            password: string;
        };
        /** @description Base of every request and response that is no model. */
        ConfirmTotpRequest: {
            code: string;
        };
        /** @description A member's own account elsewhere. Its secret is encrypted, and never shown. */
        Connection: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: string;
            readonly name: string;
            readonly account: string;
            readonly options: {
                [key: string]: string | number | boolean;
            };
            /** @description Which secrets are held. */
            readonly secret_fields: string[];
            readonly status: components["schemas"]["ConnectionStatus"];
            readonly fault: string;
            /** Format: date-time */
            readonly last_used_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /** @description One thing that a kind of connection asks for. */
        ConnectionInput: {
            name: string;
            title: string;
            type: components["schemas"]["ConnectionInputType"];
            /** @description Goes into `secret`, everything else into `options`. */
            is_secret: boolean;
            is_required: boolean;
            minimum: number | null;
            maximum: number | null;
            help: string;
        };
        /**
         * @description * `string` - string
         *     * `integer` - integer
         *     * `boolean` - boolean
         *     * `datetime` - datetime
         * @enum {string}
         */
        ConnectionInputType: "string" | "integer" | "boolean" | "datetime";
        /** @description A kind of account that can be connected: enough to draw its form. */
        ConnectionKind: {
            code: string;
            title: string;
            help: string;
            inputs: components["schemas"]["ConnectionInput"][];
        };
        /**
         * @description * `untried` - Untried
         *     * `working` - Working
         *     * `failing` - Failing
         * @enum {string}
         */
        ConnectionStatus: "untried" | "working" | "failing";
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
        /** @description Base of every request and response that is no model. */
        CreateApiKeyRequest: {
            name: string;
            /** @description No further than your own role. None holds another: what also reads needs `…:read` too. */
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: date-time
             * @description Within 365 days; in 90 days where it is left out.
             */
            expires_at?: string;
            /** @description Ed25519, PEM: the key then has no secret, and is good for requests signed by its other half. */
            public_key?: string;
        };
        /** @description A `vacancy_id`, or the `title` and `company_name` of a vacancy that is not here yet. */
        CreateApplicationRequest: {
            /** Format: uuid */
            vacancy_id?: string;
            title?: string;
            company_name?: string;
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
        /** @description Base of every request and response that is no model. */
        CreateConnectionRequest: {
            /** @description Yours: no two of a kind are called the same. */
            name: string;
            /**
             * @description What it is called there: a user name, an address.
             * @default
             */
            account?: string;
            /** @description As the kind says: see `listConnectionKinds`. */
            options?: {
                [key: string]: string | number | boolean;
            };
            /** @description As the kind says. */
            secret?: {
                [key: string]: string;
            };
            /** @description A `code` of `listConnectionKinds`. */
            kind: string;
        };
        /** @description multipart/form-data. */
        CreateDocumentRequest: {
            /**
             * Format: binary
             * @description 10 MB at most.
             */
            file: Blob;
        };
        /** @description Base of every request and response that is no model. */
        CreateInvitationRequest: {
            /** Format: email */
            email: string;
            /** @default member */
            role?: components["schemas"]["InvitedRole"];
        };
        /** @description Base of every request and response that is no model. */
        CreatePasskeyRequest: {
            name: string;
            credential: components["schemas"]["RegistrationCredentialRequest"];
        };
        /** @description Either its address as `url`, or its `kind` and name. */
        CreateSourceRequest: {
            /**
             * @description Where the feed does not say it.
             * @default
             */
            company_name?: string;
            /** @default true */
            is_enabled?: boolean;
            /** @description Between two readings; null: what the terms say, which is also the least. */
            interval_seconds?: number | null;
            /** @description Of a board of kind `generic`. */
            spec?: components["schemas"]["SourceSpecRequest"] | null;
            /**
             * Format: uuid
             * @description One of your own.
             */
            connection_id?: string | null;
            /** @description Instead of the vendor's host; staff only. */
            base_url?: string;
            /**
             * @description `catalogue` is for staff.
             *
             *     * `catalogue` - catalogue
             *     * `own` - own
             * @default own
             */
            origin?: components["schemas"]["VacancyOrigin"];
            /**
             * @description As `listSourceKinds` says.
             * @default
             */
            kind?: string;
            /**
             * @description Whose board: the name in its address.
             * @default
             */
            board?: string;
            /** @description A careers page, or a posting's. */
            url?: string;
        };
        /** @description Base of every request and response that is no model. */
        CreateWorkspaceRequest: {
            name: string;
        };
        /** @description The passkey, and with the first factor recovery codes, shown this once. */
        CreatedPasskey: {
            passkey: components["schemas"]["Passkey"];
            recovery_codes: string[];
        };
        CredentialPropertiesRequest: {
            rk?: boolean;
        };
        /** @description What is to be deleted, and when everything in it is erased. Null: it stays. */
        Deletion: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            deletion_due_at: string | null;
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
         *     * `export` - Export
         * @enum {string}
         */
        DocumentKind: "upload" | "render" | "letter" | "export";
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            start_date: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            start_date?: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            graduation_date?: string;
            /** @default false */
            is_current?: boolean;
            /** @default  */
            gpa?: string;
            honors?: string[];
            relevant_courses?: string[];
            skills?: string[];
        };
        /** @description Base of every request and response that is no model. */
        EmailRequest: {
            /** Format: email */
            email: string;
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
        /** @description `password` may be left out by an account that has none: it proves itself by a sign-in of the last ten minutes. */
        EraseMeRequest: {
            /** @default  */
            password?: string;
            /** @description Must be true: nothing is left to take back. */
            at_once: boolean;
        };
        /** @description Base of every request and response that is no model. */
        EraseWorkspaceRequest: {
            /** @description The workspace's name, typed in again. */
            name: string;
        };
        /** @description A claim of the document, and where in the resume it was taken from. */
        Evidence: {
            claim: string;
            source_path: string;
            source_text: string;
        };
        /** @description `count` vacancies are left when `filters` are set beside those of the search. `id` is a company's, else empty. */
        FacetValue: {
            value: string;
            label: string;
            count: number;
            filters: {
                [key: string]: string;
            };
            id: string;
        };
        /** @description A field before and after; both are null for a long text, which is only named. */
        FieldChange: {
            field: string;
            before: string[] | null;
            after: string[] | null;
        };
        /** @description Which posting a field of the vacancy was taken from. */
        FieldSource: {
            field: string;
            /** Format: uuid */
            posting_id: string;
            /**
             * @description The source said so, it was read from the text, or we computed it.
             *
             *     * `field` - field
             *     * `text` - text
             *     * `derived` - derived
             */
            how: components["schemas"]["FieldSourceHow"];
        };
        /**
         * @description * `field` - field
         *     * `text` - text
         *     * `derived` - derived
         * @enum {string}
         */
        FieldSourceHow: "field" | "text" | "derived";
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
         * @description * `none` - none
         *     * `low` - low
         *     * `medium` - medium
         *     * `high` - high
         * @enum {string}
         */
        GhostLevel: "none" | "low" | "medium" | "high";
        /** @description One sign, with a code that stays and a sentence for people. */
        GhostReason: {
            code: string;
            sentence: string;
        };
        /** @description Signs that it may not be actively hiring. A signal, not a verdict: each has innocent readings. */
        GhostSignal: {
            level: components["schemas"]["GhostLevel"];
            /**
             * Format: double
             * @description 0 to 1.
             */
            score: number;
            /** @description The gravest first. */
            reasons: components["schemas"]["GhostReason"][];
        };
        /**
         * @description * `tone` - tone
         *     * `length` - length
         *     * `language` - language
         *     * `emphasis` - emphasis
         * @enum {string}
         */
        HeedsEnum: "tone" | "length" | "language" | "emphasis";
        /** @description A passage of plain text: its pieces in their order. */
        Highlight: {
            pieces: components["schemas"]["HighlightPiece"][];
        };
        /** @description Base of every request and response that is no model. */
        HighlightPiece: {
            text: string;
            is_match: boolean;
        };
        /** @description Base of every request and response that is no model. */
        ImportVacancyRequest: {
            /** @description The page of one vacancy. */
            url: string;
        };
        /** @description Somebody asked to join. */
        Invitation: {
            /** Format: uuid */
            readonly id: string;
            /** Format: email */
            readonly email: string;
            readonly role: components["schemas"]["InvitedRole"];
            readonly status: components["schemas"]["InvitationStatus"];
            /** Format: uuid */
            readonly invited_by_id: string;
            /** @description Null for one who is no longer in the workspace. */
            readonly invited_by_name: string | null;
            /** Format: date-time */
            readonly expires_at: string;
            /** Format: date-time */
            readonly accepted_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /** @description What an invitation asks somebody into. */
        InvitationPreview: {
            /** Format: uuid */
            workspace_id: string;
            workspace_name: string;
            /**
             * Format: email
             * @description Sign in with this address, or register it, to accept.
             */
            email: string;
            role: components["schemas"]["InvitedRole"];
            invited_by_name: string | null;
            /** Format: date-time */
            expires_at: string;
        };
        /**
         * @description * `pending` - Pending
         *     * `expired` - Expired
         *     * `accepted` - Accepted
         * @enum {string}
         */
        InvitationStatus: "pending" | "expired" | "accepted";
        /**
         * @description * `admin` - Admin
         *     * `member` - Member
         *     * `viewer` - Viewer
         * @enum {string}
         */
        InvitedRole: "admin" | "member" | "viewer";
        /**
         * @description * `administration` - administration
         *     * `construction` - construction
         *     * `customer_service` - customer_service
         *     * `data` - data
         *     * `design` - design
         *     * `education` - education
         *     * `engineering` - engineering
         *     * `finance` - finance
         *     * `healthcare` - healthcare
         *     * `hospitality` - hospitality
         *     * `human_resources` - human_resources
         *     * `information_technology` - information_technology
         *     * `legal` - legal
         *     * `logistics` - logistics
         *     * `management` - management
         *     * `manufacturing` - manufacturing
         *     * `marketing` - marketing
         *     * `media` - media
         *     * `operations` - operations
         *     * `product` - product
         *     * `public_service` - public_service
         *     * `retail` - retail
         *     * `sales` - sales
         *     * `science` - science
         *     * `security` - security
         *     * `software` - software
         *     * `trades` - trades
         * @enum {string}
         */
        JobFunction: "administration" | "construction" | "customer_service" | "data" | "design" | "education" | "engineering" | "finance" | "healthcare" | "hospitality" | "human_resources" | "information_technology" | "legal" | "logistics" | "management" | "manufacturing" | "marketing" | "media" | "operations" | "product" | "public_service" | "retail" | "sales" | "science" | "security" | "software" | "trades";
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
            /**
             * @description Where a remote worker lives: a country's code, a part of the world as `EMEA`, `WORLDWIDE`, or empty.
             * @default
             */
            remote_scope: string;
            /** Format: double */
            lat: number | null;
            /** Format: double */
            lon: number | null;
        };
        /** @description What every request that signs in may ask for. */
        LoginRequest: {
            /**
             * @description `cookie` keeps the refresh token in an HttpOnly cookie and out of the answer.
             *
             *     * `token` - token
             *     * `cookie` - cookie
             * @default token
             */
            session?: components["schemas"]["SessionEnum"];
            /** Format: email */
            email: string;
            password: string;
        };
        /** @description Base of every request and response that is no model. */
        MarkSavedSearchSeenRequest: {
            /**
             * Format: date-time
             * @description Until when it was looked at; left out: now. Never goes back.
             */
            at?: string;
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
            /** Format: date-time */
            readonly deletion_due_at: string | null;
            readonly workspace: components["schemas"]["WorkspaceSummary"];
            readonly role: components["schemas"]["Role"];
            readonly abilities: string[];
            readonly features: string[];
        };
        /** @description A person's place in a workspace, and what the caller may do with it. */
        Member: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly user_id: string;
            /** Format: email */
            readonly email: string;
            readonly full_name: string;
            readonly role: components["schemas"]["Role"];
            /** @description What the caller may do with this member; `remove` on oneself is leaving. */
            readonly abilities: components["schemas"]["MemberAbility"][];
            /** Format: date-time */
            readonly joined_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /**
         * @description * `change_role` - change_role
         *     * `remove` - remove
         * @enum {string}
         */
        MemberAbility: "change_role" | "remove";
        /** @description Why a posting was taken for one of this vacancy's, or may be one. `decided_by_id` is null where the rules did. */
        MergeDecision: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            posting_id: string;
            /** Format: uuid */
            vacancy_id: string;
            /**
             * Format: uuid
             * @description What it was until then; null for one that joined when it was first met.
             */
            from_vacancy_id: string | null;
            kind: components["schemas"]["MergeKind"];
            state: components["schemas"]["MergeState"];
            /** Format: double */
            readonly confidence: number;
            readonly reason: string;
            readonly evidence: components["schemas"]["MergeEvidence"][];
            /** Format: date-time */
            readonly decided_at: string;
            /**
             * Format: uuid
             * @description Who of the staff; empty: the rules.
             */
            readonly decided_by_id: string | null;
        };
        /** @description One thing that a decision was made by, as `similarity` 0.94 or `stage` rules. */
        MergeEvidence: {
            name: string;
            value: string;
        };
        /**
         * @description * `same` - Same
         *     * `cross_post` - Cross Post
         *     * `agency_copy` - Agency Copy
         *     * `repost` - Repost
         *     * `evergreen` - Evergreen
         *     * `many_places` - Many Places
         * @enum {string}
         */
        MergeKind: "same" | "cross_post" | "agency_copy" | "repost" | "evergreen" | "many_places";
        /**
         * @description * `proposed` - Proposed
         *     * `applied` - Applied
         *     * `refused` - Refused
         *     * `undone` - Undone
         * @enum {string}
         */
        MergeState: "proposed" | "applied" | "refused" | "undone";
        /** @description Base of every request and response that is no model. */
        MergeVacancyRequest: {
            /**
             * Format: uuid
             * @description The one that becomes part of this.
             */
            vacancy_id: string;
            /** @default cross_post */
            kind?: components["schemas"]["MergeKind"];
            reason: string;
        };
        /** @description One posting of the vacancy. */
        MergedPosting: {
            /** Format: uuid */
            posting_id: string;
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
        /**
         * @description * `active_applications` - Active Applications
         *     * `sources` - Sources
         *     * `saved_searches` - Saved Searches
         *     * `parses` - Parses
         *     * `generations` - Generations
         *     * `tokens` - Tokens
         *     * `api_calls` - Api Calls
         * @enum {string}
         */
        Meter: "active_applications" | "sources" | "saved_searches" | "parses" | "generations" | "tokens" | "api_calls";
        /** @description One meter of the workspace. */
        MeterUsage: {
            meter: components["schemas"]["Meter"];
            /** @description In this period; of a `stock`, how many there are. */
            used: number;
            /** @description Held by work under way; it is used, or comes back. */
            reserved: number;
            /** @description The plan's. Null: unlimited. */
            limit: number | null;
            /** @description On top of the limit, for now. */
            granted: number;
            /** @description Null: unlimited. */
            remaining: number | null;
            period: components["schemas"]["PlanPeriod"];
            /**
             * Format: date-time
             * @description Null for a `stock`.
             */
            resets_at: string | null;
        };
        /**
         * @description * `totp` - totp
         *     * `passkey` - passkey
         *     * `recovery_code` - recovery_code
         * @enum {string}
         */
        MethodsEnum: "totp" | "passkey" | "recovery_code";
        /** @description What is on. `enabled`: a password or a provider alone does not sign in. */
        Mfa: {
            enabled: boolean;
            totp: boolean;
            passkeys: number;
            recovery_codes_left: number;
        };
        /** @description The password was right, and a second factor is wanted. */
        MfaChallenge: {
            /** @description Goes back with the second factor; good once. */
            challenge: string;
            methods: components["schemas"]["MethodsEnum"][];
            /** @description Seconds. */
            expires_in: number;
        };
        /** @description Base of every request and response that is no model. */
        MfaChallengeReferenceRequest: {
            challenge: string;
        };
        /** @description `words` of the question name it. */
        NamedOccupation: {
            occupation: string;
            name: string;
            words: string;
        };
        /** @description One that people of those asked for could take up. `nearness` is 0 to 1. */
        NearOccupation: {
            occupation: string;
            readonly name: string;
            /** Format: double */
            readonly nearness: number;
        };
        /**
         * @description * `in_app` - In App
         *     * `email` - Email
         *     * `webhook` - Webhook
         * @enum {string}
         */
        NotificationChannel: "in_app" | "email" | "webhook";
        /** @description Where to send the browser. Keep `state`, and compare it with the one that comes back. */
        OAuthDeparture: {
            /** Format: uri */
            authorization_url: string;
            state: string;
            /** @description Seconds. */
            expires_in: number;
        };
        /** @description Base of every request and response that is no model. */
        OAuthProvider: {
            /** @description As it stands in paths. */
            name: string;
            /** @description As people know it. */
            title: string;
        };
        /** @description What this server is configured for. */
        OAuthProviders: {
            providers: components["schemas"]["OAuthProvider"][];
        };
        PaginatedApiKeyList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["ApiKey"][];
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
        PaginatedAuditEventList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["AuditEvent"][];
        };
        PaginatedCompanySummaryList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["CompanySummary"][];
        };
        PaginatedConnectionKindList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["ConnectionKind"][];
        };
        PaginatedConnectionList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Connection"][];
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
        PaginatedInvitationList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Invitation"][];
        };
        PaginatedMemberList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Member"][];
        };
        PaginatedPasskeyList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Passkey"][];
        };
        PaginatedPlanList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Plan"][];
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
        PaginatedSavedSearchSummaryList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["SavedSearchSummary"][];
        };
        PaginatedSessionList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Session"][];
        };
        PaginatedSimilarVacancyList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["SimilarVacancy"][];
        };
        PaginatedSourceKindList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["SourceKind"][];
        };
        PaginatedSourceList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Source"][];
        };
        PaginatedSourceRunList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["SourceRun"][];
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
        PaginatedVacancyChangeList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["VacancyChange"][];
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
        PaginatedWorkspaceList: {
            /** @description Exact to 1000, above it an estimate; null on cursor pages. */
            count: number | null;
            count_exact: boolean;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["Workspace"][];
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
        /** @description A passkey of the caller's. */
        Passkey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string | null;
        };
        /** @description Base of every request and response that is no model. */
        PasskeyAlgorithm: {
            type: components["schemas"]["PublicKeyType"];
            /** @description COSE: -7 is ES256. */
            alg: number;
        };
        /** @description For `PublicKeyCredential.parseCreationOptionsFromJSON`, then `navigator.credentials.create`. */
        PasskeyCreationOptions: {
            rp: components["schemas"]["RelyingParty"];
            user: components["schemas"]["PasskeyUser"];
            /** @description base64url. */
            challenge: string;
            pubKeyCredParams: components["schemas"]["PasskeyAlgorithm"][];
            excludeCredentials: components["schemas"]["PasskeyDescriptor"][];
            authenticatorSelection: components["schemas"]["PasskeySelection"];
            extensions: components["schemas"]["PasskeyExtensions"];
        };
        /** @description Base of every request and response that is no model. */
        PasskeyDescriptor: {
            type: components["schemas"]["PublicKeyType"];
            /** @description base64url. */
            id: string;
        };
        /** @description Base of every request and response that is no model. */
        PasskeyExtensions: {
            credProps: boolean;
        };
        /** @description `options` go to the browser; its credential comes back with `challenge`. */
        PasskeyQuestion: {
            challenge: string;
            options: components["schemas"]["PasskeyRequestOptions"];
            /** @description Seconds. */
            expires_in: number;
        };
        /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON`, then `navigator.credentials.get`. */
        PasskeyRequestOptions: {
            /** @description base64url. */
            challenge: string;
            rpId: string;
            allowCredentials: components["schemas"]["PasskeyDescriptor"][];
            userVerification: components["schemas"]["WebAuthnRequirement"];
        };
        /** @description Base of every request and response that is no model. */
        PasskeySelection: {
            residentKey: components["schemas"]["WebAuthnRequirement"];
            requireResidentKey: boolean;
            userVerification: components["schemas"]["WebAuthnRequirement"];
        };
        /** @description Base of every request and response that is no model. */
        PasskeyUser: {
            /** @description base64url. */
            id: string;
            name: string;
            displayName: string;
        };
        /** @description Base of every request and response that is no model. */
        PatchedUpdateApiKeyRequest: {
            name?: string;
            /**
             * Format: date-time
             * @description Sooner than now set, never later.
             */
            expires_at?: string;
        };
        /** @description Only what is given changes. */
        PatchedUpdateApplicationRequest: {
            note?: string;
            /** Format: uuid */
            resume_version_id?: string | null;
        };
        /** @description Base of every request and response that is no model. */
        PatchedUpdateConnectionRequest: {
            name?: string;
            account?: string;
            /** @description Those named change, null takes one away. */
            options?: {
                [key: string]: (string | number | boolean) | null;
            };
            /** @description Those named change, null takes one away. */
            secret?: {
                [key: string]: string | null;
            };
        };
        /** @description Base of every request and response that is no model. */
        PatchedUpdateMeRequest: {
            full_name?: string;
        };
        /** @description Base of every request and response that is no model. */
        PatchedUpdateMemberRequest: {
            role?: components["schemas"]["Role"];
        };
        /** @description Base of every request and response that is no model. */
        PatchedUpdatePasskeyRequest: {
            name?: string;
        };
        /** @description Base of every request and response that is no model. */
        PatchedUpdatePreferencesRequest: {
            target_titles?: string[];
            skills?: string[];
            locations?: string[];
            remote?: components["schemas"]["Remote"][];
            employment_types?: components["schemas"]["EmploymentType"][];
            /**
             * Format: double
             * @description With `salary_currency` and `salary_period`.
             */
            salary_min?: number | null;
            /** @description ISO 4217, or empty. */
            salary_currency?: string;
            salary_period?: components["schemas"]["SalaryPeriod"] | null;
            work_permits?: string[];
            channels?: components["schemas"]["NotificationChannel"][];
            /** @description An IANA name: `Europe/Vienna`. */
            time_zone?: string;
            /** @description `en`, `pt-BR`. */
            language?: string;
            /** @description In `time_zone`; with `quiet_until`. */
            quiet_from?: string | null;
            quiet_until?: string | null;
        };
        /** @description Only what is given changes; of `content`, only the sections that are given. */
        PatchedUpdateResumeRequest: {
            title?: string;
            /** @description BCP 47. */
            language?: string;
            content?: components["schemas"]["ResumeContentChangesRequest"];
        };
        /** @description Only what is given changes; `filters` are given as a whole. */
        PatchedUpdateSavedSearchRequest: {
            name?: string;
            /** @description As `listVacancies` takes them; at least one of them. */
            filters?: components["schemas"]["VacancyFiltersRequest"];
            /**
             * @description `instant`: at once, but for quiet hours. `daily` and `weekly`: at eight in the morning, on Mondays; by the time zone and the quiet hours of `getPreferences`.
             *
             *     * `off` - Off
             *     * `instant` - Instant
             *     * `daily` - Daily
             *     * `weekly` - Weekly
             * @default off
             */
            alert?: components["schemas"]["SavedSearchAlert"];
        };
        /** @description Only what is given changes; a `spec` is given whole. */
        PatchedUpdateSourceRequest: {
            /**
             * @description Where the feed does not say it.
             * @default
             */
            company_name?: string;
            /** @default true */
            is_enabled?: boolean;
            /** @description Between two readings; null: what the terms say, which is also the least. */
            interval_seconds?: number | null;
            /** @description Of a board of kind `generic`. */
            spec?: components["schemas"]["SourceSpecRequest"] | null;
            /**
             * Format: uuid
             * @description One of your own.
             */
            connection_id?: string | null;
            /** @description Instead of the vendor's host; staff only. */
            base_url?: string;
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
            budget?: components["schemas"]["BudgetRequest"] | null;
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
        /** @description Base of every request and response that is no model. */
        PatchedUpdateWorkspaceRequest: {
            name?: string;
        };
        /** @description What a workspace may use. A meter without a limit is unlimited. */
        Plan: {
            readonly code: string;
            readonly name: string;
            readonly description: string;
            readonly features: string[];
            /** @description Times the usual requests a minute. */
            readonly rate_factor: number;
            readonly limits: components["schemas"]["PlanLimit"][];
        };
        /** @description How much of one meter. A `stock` is what there may be at a time; the rest comes back with the period. */
        PlanLimit: {
            readonly meter: components["schemas"]["Meter"];
            /** @description Null: unlimited. */
            readonly amount: number | null;
            readonly period: components["schemas"]["PlanPeriod"];
        };
        /**
         * @description * `day` - Day
         *     * `month` - Month
         *     * `stock` - Stock
         * @enum {string}
         */
        PlanPeriod: "day" | "month" | "stock";
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
        /** @description What kind of work somebody looks for, and how they want to hear of it. */
        Preferences: {
            readonly target_titles: string[];
            readonly skills: string[];
            readonly locations: string[];
            /** @description Empty: all the same. */
            readonly remote: components["schemas"]["Remote"][];
            /** @description Empty: all the same. */
            readonly employment_types: components["schemas"]["EmploymentType"][];
            /** Format: double */
            readonly salary_min: number | null;
            /** @description ISO 4217, or empty. */
            readonly salary_currency: string;
            readonly salary_period: components["schemas"]["SalaryPeriod"] | null;
            /** @description Where one may work without a sponsor, ISO 3166-1 alpha-2. Empty: not said. */
            readonly work_permits: string[];
            /** @description Empty: not at all. */
            readonly channels: components["schemas"]["NotificationChannel"][];
            /** @description An IANA name: `Europe/Vienna`. */
            readonly time_zone: string;
            readonly language: string;
            /** @description In `time_zone`. */
            readonly quiet_from: string | null;
            readonly quiet_until: string | null;
        };
        /** @description Base of every request and response that is no model. */
        PreviewInvitationRequest: {
            /** @description As it stands in the mail. */
            token: string;
        };
        /** @description A board as `createSource` takes it. */
        PreviewSourceRequest: {
            /** @default  */
            kind?: string;
            /** @default  */
            board?: string;
            url?: string;
            spec?: components["schemas"]["SourceSpecRequest"] | null;
            /** Format: uuid */
            connection_id?: string | null;
            /** @default  */
            company_name?: string;
        };
        /** @description A posting as it would be kept. */
        PreviewedPosting: {
            source_id: string;
            title: string;
            company_name: string;
            url: string;
            readonly locations: string[];
            remote: components["schemas"]["Remote"] | null;
            employment_type: components["schemas"]["EmploymentType"] | null;
            seniority: components["schemas"]["Seniority"] | null;
            /** Format: double */
            salary_min: number | null;
            /** Format: double */
            salary_max: number | null;
            salary_currency: string;
            salary_period: components["schemas"]["SalaryPeriod"] | null;
            /** Format: date-time */
            posted_at: string | null;
            snippet: string;
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            start_date: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            start_date?: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            end_date?: string;
            /** @default  */
            description?: string;
            highlights?: string[];
            skills?: string[];
        };
        /**
         * @description That it is the owner who asks: the password, or a code of the app or for recovery.
         *
         *     An account with neither needs a sign-in of the last ten minutes.
         */
        ProofRequest: {
            password?: string;
            code?: string;
        };
        /**
         * @description * `public-key` - public-key
         * @enum {string}
         */
        PublicKeyType: "public-key";
        /** @description Base of every request and response that is no model. */
        Publication: {
            /** @default  */
            name: string;
            /** @default  */
            publisher: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
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
        RecoveryCodeCount: {
            left: number;
        };
        /** @description Shown this once. Empty where there are codes already: they stay good. */
        RecoveryCodes: {
            recovery_codes: string[];
        };
        /** @description Base of every request and response that is no model. */
        RefreshTokenRequest: {
            /** @description Left out in cookie mode, with `X-CSRF-Token` in its place. */
            refresh_token?: string;
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
        /** @description `RegistrationResponseJSON`: what `toJSON()` of a new credential gives. */
        RegistrationCredentialRequest: {
            id: string;
            rawId: string;
            type: components["schemas"]["PublicKeyType"];
            clientExtensionResults?: components["schemas"]["ClientExtensionResultsRequest"];
            authenticatorAttachment?: components["schemas"]["AuthenticatorAttachmentEnum"] | null;
            response: components["schemas"]["AttestationResponseRequest"];
        };
        /** @description Base of every request and response that is no model. */
        RelyingParty: {
            id: string;
            name: string;
        };
        /**
         * @description * `onsite` - Onsite
         *     * `hybrid` - Hybrid
         *     * `remote` - Remote
         * @enum {string}
         */
        Remote: "onsite" | "hybrid" | "remote";
        /** @description Base of every request and response that is no model. */
        ReplaceConnectionRequest: {
            /** @description Yours: no two of a kind are called the same. */
            name: string;
            /**
             * @description What it is called there: a user name, an address.
             * @default
             */
            account?: string;
            /** @description As the kind says: see `listConnectionKinds`. */
            options?: {
                [key: string]: string | number | boolean;
            };
            /** @description As the kind says. */
            secret?: {
                [key: string]: string;
            };
        };
        /** @description Base of every request and response that is no model. */
        ReplaceSourceRequest: {
            /**
             * @description Where the feed does not say it.
             * @default
             */
            company_name?: string;
            /** @default true */
            is_enabled?: boolean;
            /** @description Between two readings; null: what the terms say, which is also the least. */
            interval_seconds?: number | null;
            /** @description Of a board of kind `generic`. */
            spec?: components["schemas"]["SourceSpecRequest"] | null;
            /**
             * Format: uuid
             * @description One of your own.
             */
            connection_id?: string | null;
            /** @description Instead of the vendor's host; staff only. */
            base_url?: string;
        };
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
        /** @description A question that is kept. `filters` are those of `listVacancies`, null where they are not asked for. */
        SavedSearch: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly filters: components["schemas"]["VacancyFilters"];
            readonly alert: components["schemas"]["SavedSearchAlert"];
            /** Format: date-time */
            readonly seen_at: string;
            /**
             * Format: date-time
             * @description When a digest is due next; null without one.
             */
            readonly next_digest_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /**
         * @description * `off` - Off
         *     * `instant` - Instant
         *     * `daily` - Daily
         *     * `weekly` - Weekly
         * @enum {string}
         */
        SavedSearchAlert: "off" | "instant" | "daily" | "weekly";
        /** @description A saved search in a list, with how much is new to it. */
        SavedSearchSummary: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly filters: components["schemas"]["VacancyFilters"];
            readonly alert: components["schemas"]["SavedSearchAlert"];
            /** Format: date-time */
            readonly seen_at: string;
            /**
             * Format: date-time
             * @description When a digest is due next; null without one.
             */
            readonly next_digest_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
            /** @description Vacancies that fit and came after `seen_at`; 100 stands for so many or more. */
            readonly new_count: number;
        };
        /** @description One reason of a score. `points` is null where the marketplace does not say; then it does not count. */
        ScorePart: {
            code: string;
            sentence: string;
            /** Format: double */
            points: number | null;
            most: number;
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
        /** @description `facets` holds the facets asked for; `mode` is what was really used: without vectors, `keyword`. */
        SearchAnswer: {
            results: components["schemas"]["SearchHit"][];
            /** @description Exact to 1000, above it an estimate; null behind the first page. */
            count: number | null;
            count_exact: boolean;
            /** @description The cursor of the next page. */
            next: string | null;
            mode: components["schemas"]["SearchMode"];
            expanded_to: components["schemas"]["SearchExpansion"];
            readonly facets: {
                [key: string]: components["schemas"]["FacetValue"][];
            };
            /** @description Another spelling that finds more. */
            suggestion: string | null;
        };
        /** @description What the question was understood as, beyond its words. */
        SearchExpansion: {
            occupations: components["schemas"]["NamedOccupation"][];
            near: components["schemas"]["NearOccupation"][];
            /** @description Other titles of the same work. */
            forms: string[];
            /** @description What this work typically asks. */
            skills: string[];
        };
        /**
         * @description * `skills` - skills
         *     * `company` - company
         *     * `country` - country
         *     * `city` - city
         *     * `remote` - remote
         *     * `seniority` - seniority
         *     * `employment_type` - employment_type
         *     * `source` - source
         *     * `pay` - pay
         * @enum {string}
         */
        SearchFacet: "skills" | "company" | "country" | "city" | "remote" | "seniority" | "employment_type" | "source" | "pay";
        /** @description How the resume fits; `listResumeMatches` says why. */
        SearchFit: {
            score: number;
            band: components["schemas"]["BandEnum"];
        };
        /** @description The passages that name what was found, the one that says most first; none where a field does not. */
        SearchHighlights: {
            title: components["schemas"]["Highlight"][];
            company_name: components["schemas"]["Highlight"][];
            description: components["schemas"]["Highlight"][];
        };
        /** @description A vacancy that was found. `score` is 0 to 1, comparable within one search; 0 for those that follow by date. */
        SearchHit: {
            vacancy: components["schemas"]["VacancySummary"];
            /** Format: double */
            score: number;
            found_by: components["schemas"]["SearchWay"][];
            highlights: components["schemas"]["SearchHighlights"];
            fit: components["schemas"]["SearchFit"] | null;
        };
        /** @description All of it may be left out: then every open vacancy is an answer, the newest first. */
        SearchJobsRequest: {
            /**
             * @description Web-search syntax: quotes, `-`, `or`.
             * @default
             */
            query?: string;
            filters?: components["schemas"]["VacancyFiltersRequest"];
            /**
             * Format: uuid
             * @description Whose fit joins the order and is shown.
             */
            resume_id?: string | null;
            facets?: components["schemas"]["SearchFacet"][];
            /**
             * @description By words, by what they mean, or by both.
             *
             *     * `keyword` - keyword
             *     * `semantic` - semantic
             *     * `hybrid` - hybrid
             * @default hybrid
             */
            mode?: components["schemas"]["SearchMode"];
            /** @default 20 */
            page_size?: number;
            /**
             * @description As in `next`, with the same question.
             * @default
             */
            cursor?: string;
        };
        /**
         * @description * `keyword` - keyword
         *     * `semantic` - semantic
         *     * `hybrid` - hybrid
         * @enum {string}
         */
        SearchMode: "keyword" | "semantic" | "hybrid";
        /**
         * @description * `text` - text
         *     * `meaning` - meaning
         *     * `occupation` - occupation
         * @enum {string}
         */
        SearchWay: "text" | "meaning" | "occupation";
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
        /** @description Somewhere one is signed in. */
        Session: {
            /** Format: uuid */
            readonly id: string;
            readonly user_agent: string;
            readonly address: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly last_used_at: string;
            /** Format: date-time */
            readonly expires_at: string;
            /** @description The one that asks. */
            readonly is_current: boolean;
        };
        /**
         * @description * `token` - token
         *     * `cookie` - cookie
         * @enum {string}
         */
        SessionEnum: "token" | "cookie";
        /** @description `score` is 0 to 100; `why` names what makes the two alike, the weightiest first. */
        SimilarVacancy: {
            vacancy: components["schemas"]["VacancySummary"];
            score: number;
            why: components["schemas"]["WhyEnum"][];
        };
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
        /** @description A board that is read. `interval_seconds` is what holds: what was asked for, but no less than the terms allow. */
        Source: {
            /** Format: uuid */
            readonly id: string;
            readonly origin: components["schemas"]["VacancyOrigin"];
            readonly kind: string;
            /** @description Of the kind. */
            readonly name: string;
            readonly board: string;
            /** @description The page a person would open. */
            readonly board_url: string;
            /** @description Where the feed does not say it. */
            readonly company_name: string;
            /** @description Instead of the vendor's host, or empty. */
            readonly base_url: string;
            readonly spec: components["schemas"]["SourceSpec"] | null;
            /** Format: uuid */
            readonly connection_id: string | null;
            readonly is_enabled: boolean;
            readonly interval_seconds: number;
            readonly terms: components["schemas"]["SourceTerms"];
            readonly health: components["schemas"]["SourceHealth"];
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /** @description A posting that could not be read. `source_id` is empty where it has none. */
        SourceFault: {
            source_id: string;
            reason: string;
        };
        /**
         * @description * `A` - A
         *     * `B` - B
         *     * `C` - C
         *     * `D` - D
         * @enum {string}
         */
        SourceGrade: "A" | "B" | "C" | "D";
        /** @description How reading a board goes. `failures` are in a row; until `cooldown_until` it is left alone. */
        SourceHealth: {
            readonly status: components["schemas"]["SourceHealthStatus"];
            failures: number;
            /** Format: date-time */
            cooldown_until: string | null;
            /** @description Why somebody should look, or empty. */
            alarm: string;
            /** Format: date-time */
            last_run_at: string | null;
            /** Format: date-time */
            last_complete_at: string | null;
            /** Format: date-time */
            next_run_at: string | null;
            open_postings: number;
        };
        /**
         * @description * `alarmed` - Alarmed
         *     * `cooling` - Cooling
         *     * `failing` - Failing
         *     * `never_run` - Never Run
         *     * `partial` - Partial
         *     * `ok` - Ok
         * @enum {string}
         */
        SourceHealthStatus: "alarmed" | "cooling" | "failing" | "never_run" | "partial" | "ok";
        /** @description A kind of board that can be added: enough to draw its form. */
        SourceKind: {
            kind: string;
            name: string;
            terms: components["schemas"]["SourceTerms"];
            /** @description How `board` names one; `all` where there is but one. */
            example: string;
            needs_key: boolean;
            /** @description What is connected for its key, or empty. */
            connection_kind: string;
            /** @description The board is described by `spec`. */
            needs_spec: boolean;
            /** @description What it lists no more is closed; false for a window on the newest. */
            lists_everything: boolean;
        };
        /** @description What the first page of a board came to. `items` counts what was read of it, at most 200. */
        SourcePreview: {
            kind: string;
            board: string;
            items: number;
            /** @description The first five. */
            postings: components["schemas"]["PreviewedPosting"][];
            /** @description What could not be read, at most twenty. */
            faults: components["schemas"]["SourceFault"][];
            /** @description Why the answer ended early, or empty. */
            broken: string;
            /** @description Whether the page leads on to another. */
            has_more: boolean;
        };
        /** @description One reading of a board. Only a `complete` one closes what is no longer listed. `fault` says why it is not one. */
        SourceRun: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly source_id: string;
            readonly origin: components["schemas"]["VacancyOrigin"];
            readonly kind: string;
            readonly board: string;
            /** Format: uuid */
            readonly task_id: string | null;
            readonly outcome: components["schemas"]["SourceRunOutcome"];
            /** Format: date-time */
            readonly started_at: string;
            /** Format: date-time */
            readonly finished_at: string | null;
            readonly seen: number;
            readonly created: number;
            readonly changed: number;
            readonly unchanged: number;
            readonly merged: number;
            readonly refused: number;
            readonly closed: number;
            readonly pages: number;
            readonly requests: number;
            readonly faults: components["schemas"]["SourceFault"][];
            readonly fault: string;
        };
        /**
         * @description * `running` - Running
         *     * `complete` - Complete
         *     * `unchanged` - Unchanged
         *     * `partial` - Partial
         *     * `failed` - Failed
         * @enum {string}
         */
        SourceRunOutcome: "running" | "complete" | "unchanged" | "partial" | "failed";
        /**
         * @description A board described by data: where its answers stand, how they page, which value is which field. No secrets: a key
         *     is a connection's, sent when `needs_key` is true.
         */
        SourceSpec: {
            url: string;
            /** @default GET */
            method: components["schemas"]["SourceSpecMethod"];
            headers: {
                [key: string]: string;
            };
            /**
             * @description Of a POST.
             * @default
             */
            body: string;
            /** @default json */
            format: components["schemas"]["SourceSpecFormat"];
            /**
             * @description The path to the list, or the name of the element.
             * @default
             */
            items: string;
            paging: components["schemas"]["SourceSpecPaging"];
            fields: components["schemas"]["SourceSpecFields"];
            /** @default  */
            homepage: string;
            /** @default true */
            lists_everything: boolean;
            /** @default false */
            needs_key: boolean;
        };
        /**
         * @description Which value is which field: a path into an item (`place.city`, `places[*].city`), or after `=` a text of its own
         *     in which `{path}` stands for a value.
         */
        SourceSpecFields: {
            /** @default  */
            id: string;
            /** @default  */
            title: string;
            /** @default  */
            url: string;
            /** @default  */
            apply_url: string;
            /** @default  */
            company_name: string;
            /** @default  */
            company_logo_url: string;
            /** @default  */
            description_html: string;
            /** @default  */
            locations: string;
            /** @default  */
            remote: string;
            /** @default  */
            employment_type: string;
            /** @default  */
            department: string;
            /** @default  */
            seniority: string;
            /** @default  */
            salary_min: string;
            /** @default  */
            salary_max: string;
            /** @default  */
            salary_currency: string;
            /** @default  */
            salary_period: string;
            /** @default  */
            salary_text: string;
            /** @default  */
            posted_at: string;
            /** @default  */
            updated_at: string;
            /** @default  */
            application_deadline: string;
            /** @default  */
            language: string;
            /** @default  */
            requisition_id: string;
        };
        /**
         * @description Which value is which field: a path into an item (`place.city`, `places[*].city`), or after `=` a text of its own
         *     in which `{path}` stands for a value.
         */
        SourceSpecFieldsRequest: {
            /** @default  */
            id?: string;
            /** @default  */
            title?: string;
            /** @default  */
            url?: string;
            /** @default  */
            apply_url?: string;
            /** @default  */
            company_name?: string;
            /** @default  */
            company_logo_url?: string;
            /** @default  */
            description_html?: string;
            /** @default  */
            locations?: string;
            /** @default  */
            remote?: string;
            /** @default  */
            employment_type?: string;
            /** @default  */
            department?: string;
            /** @default  */
            seniority?: string;
            /** @default  */
            salary_min?: string;
            /** @default  */
            salary_max?: string;
            /** @default  */
            salary_currency?: string;
            /** @default  */
            salary_period?: string;
            /** @default  */
            salary_text?: string;
            /** @default  */
            posted_at?: string;
            /** @default  */
            updated_at?: string;
            /** @default  */
            application_deadline?: string;
            /** @default  */
            language?: string;
            /** @default  */
            requisition_id?: string;
        };
        /**
         * @description * `json` - json
         *     * `xml` - xml
         *     * `rss` - rss
         *     * `csv` - csv
         * @enum {string}
         */
        SourceSpecFormat: "json" | "xml" | "rss" | "csv";
        /**
         * @description * `GET` - GET
         *     * `POST` - POST
         * @enum {string}
         */
        SourceSpecMethod: "GET" | "POST";
        /** @description How a board pages. What `kind` needs stands in the address or the body: `{page}`, `{offset}`, `{cursor}`. */
        SourceSpecPaging: {
            /** @default none */
            kind: components["schemas"]["SourceSpecPagingKind"];
            /** @default 0 */
            start: number;
            /** @description Items of a full page: a shorter one is the last. */
            size: number | null;
            /**
             * @description Where an answer names the next page.
             * @default
             */
            cursor_path: string;
        };
        /**
         * @description * `none` - none
         *     * `page` - page
         *     * `offset` - offset
         *     * `cursor` - cursor
         *     * `link` - link
         * @enum {string}
         */
        SourceSpecPagingKind: "none" | "page" | "offset" | "cursor" | "link";
        /** @description How a board pages. What `kind` needs stands in the address or the body: `{page}`, `{offset}`, `{cursor}`. */
        SourceSpecPagingRequest: {
            /** @default none */
            kind?: components["schemas"]["SourceSpecPagingKind"];
            /** @default 0 */
            start?: number;
            /** @description Items of a full page: a shorter one is the last. */
            size?: number | null;
            /**
             * @description Where an answer names the next page.
             * @default
             */
            cursor_path?: string;
        };
        /**
         * @description A board described by data: where its answers stand, how they page, which value is which field. No secrets: a key
         *     is a connection's, sent when `needs_key` is true.
         */
        SourceSpecRequest: {
            url: string;
            /** @default GET */
            method?: components["schemas"]["SourceSpecMethod"];
            headers?: {
                [key: string]: string;
            };
            /**
             * @description Of a POST.
             * @default
             */
            body?: string;
            /** @default json */
            format?: components["schemas"]["SourceSpecFormat"];
            /**
             * @description The path to the list, or the name of the element.
             * @default
             */
            items?: string;
            paging?: components["schemas"]["SourceSpecPagingRequest"];
            fields?: components["schemas"]["SourceSpecFieldsRequest"];
            /** @default  */
            homepage?: string;
            /** @default true */
            lists_everything?: boolean;
            /** @default false */
            needs_key?: boolean;
        };
        /** @description On what terms a kind of board is read. `verified` says whether its reader is held against recorded answers. */
        SourceTerms: {
            homepage: string;
            grade: components["schemas"]["SourceGrade"];
            /** @description To be shown beside its postings, or empty. */
            attribution: string;
            default_on: boolean;
            verified: boolean;
            min_interval_seconds: number;
            /** Format: double */
            requests_per_second: number;
        };
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
            type: components["schemas"]["TimelineEntryTypeEnum"];
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
        /**
         * @description * `application.created` - application.created
         *     * `application.transitioned` - application.transitioned
         *     * `application.changed` - application.changed
         * @enum {string}
         */
        TimelineEntryTypeEnum: "application.created" | "application.transitioned" | "application.changed";
        /** @description A short access token, and a refresh token that is good once. */
        TokenPair: {
            access_token: string;
            /** @description Null in cookie mode. */
            refresh_token: string | null;
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
        /** @description To set an authenticator app up with; good for ten minutes. */
        TotpEnrolment: {
            /** @description base32. */
            secret: string;
            otpauth_url: string;
            /** @description The address as a QR code, an SVG document. */
            qr_svg: string;
        };
        /** @description `at` is when it happened: now by default, not before the last change. */
        TransitionApplicationRequest: {
            to: components["schemas"]["ApplicationState"];
            /** Format: date-time */
            at?: string;
            /** @default  */
            note?: string;
        };
        /** @description Base of every request and response that is no model. */
        UnmergeVacancyRequest: {
            /**
             * Format: uuid
             * @description One of those that the merge to undo brought.
             */
            posting_id: string;
        };
        /** @description A claim of a refused draft that the resume does not carry. `claim_path` leads into the draft. */
        UnsupportedClaim: {
            claim: string;
            reason: string;
            kind: components["schemas"]["ClaimKind"];
            claim_path: string;
        };
        /** @description What the workspace has used of its plan. */
        Usage: {
            plan: string;
            meters: components["schemas"]["MeterUsage"][];
            /** @description What models have read and written in this period. */
            tokens: number;
            /**
             * Format: double
             * @description US dollars that providers of models charged for them.
             */
            cost: number;
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
            /**
             * @description What kind of work the title names.
             *
             *     * `administration` - administration
             *     * `construction` - construction
             *     * `customer_service` - customer_service
             *     * `data` - data
             *     * `design` - design
             *     * `education` - education
             *     * `engineering` - engineering
             *     * `finance` - finance
             *     * `healthcare` - healthcare
             *     * `hospitality` - hospitality
             *     * `human_resources` - human_resources
             *     * `information_technology` - information_technology
             *     * `legal` - legal
             *     * `logistics` - logistics
             *     * `management` - management
             *     * `manufacturing` - manufacturing
             *     * `marketing` - marketing
             *     * `media` - media
             *     * `operations` - operations
             *     * `product` - product
             *     * `public_service` - public_service
             *     * `retail` - retail
             *     * `sales` - sales
             *     * `science` - science
             *     * `security` - security
             *     * `software` - software
             *     * `trades` - trades
             */
            readonly job_function: components["schemas"]["JobFunction"] | null;
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
            readonly budget: components["schemas"]["Budget"] | null;
            readonly client: components["schemas"]["ClientRef"] | null;
            /** Format: date */
            readonly application_deadline: string | null;
            readonly visa_sponsorship: boolean | null;
            readonly repost_count: number;
            readonly origin: components["schemas"]["VacancyOrigin"];
            readonly saved: boolean;
            /** Format: date-time */
            readonly applied_at: string | null;
            readonly requirements: string[];
            /** @description Offsets from UTC in hours that are asked for; none where nothing is said. */
            readonly time_zones: number[];
            readonly description_html: string;
            readonly description_text: string;
            readonly department: string;
            readonly language: string;
            readonly ghost_signal: components["schemas"]["GhostSignal"];
            /** Format: uuid */
            readonly merged_into: string | null;
        };
        /** @description Something that happened to a vacancy. */
        VacancyChange: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["VacancyChangeKind"];
            /** Format: date-time */
            at: string;
            reason: string;
            readonly changes: components["schemas"]["FieldChange"][];
        };
        /**
         * @description * `changed` - Changed
         *     * `closed` - Closed
         *     * `reopened` - Reopened
         *     * `reposted` - Reposted
         *     * `merged` - Merged
         *     * `unmerged` - Unmerged
         * @enum {string}
         */
        VacancyChangeKind: "changed" | "closed" | "reopened" | "reposted" | "merged" | "unmerged";
        /** @description What `listVacancies` takes, all of it combinable: `q`, skills, places, pay and the rest. Null: not asked for. */
        VacancyFilters: {
            /** @description Web-search syntax: quotes, `-`, `or`. */
            q: string | null;
            /** @description Comma list; all of them. */
            skills: string | null;
            /** @description Comma list; any of them. */
            skills_any: string | null;
            /** @description Part of the name. */
            company: string | null;
            /** @description Part of a place's text: a city, region or country. */
            location: string | null;
            /** @description ISO 3166-1 alpha-2. */
            country: string | null;
            /** @description ISO 3166-1 alpha-2: remote ones for those who live there, or that do not say where. */
            remote_from: string | null;
            remote: components["schemas"]["Remote"] | null;
            employment_type: components["schemas"]["EmploymentType"] | null;
            seniority: components["schemas"]["Seniority"] | null;
            /**
             * @description What kind of work the title names.
             *
             *     * `administration` - administration
             *     * `construction` - construction
             *     * `customer_service` - customer_service
             *     * `data` - data
             *     * `design` - design
             *     * `education` - education
             *     * `engineering` - engineering
             *     * `finance` - finance
             *     * `healthcare` - healthcare
             *     * `hospitality` - hospitality
             *     * `human_resources` - human_resources
             *     * `information_technology` - information_technology
             *     * `legal` - legal
             *     * `logistics` - logistics
             *     * `management` - management
             *     * `manufacturing` - manufacturing
             *     * `marketing` - marketing
             *     * `media` - media
             *     * `operations` - operations
             *     * `product` - product
             *     * `public_service` - public_service
             *     * `retail` - retail
             *     * `sales` - sales
             *     * `science` - science
             *     * `security` - security
             *     * `software` - software
             *     * `trades` - trades
             */
            job_function: components["schemas"]["JobFunction"] | null;
            /**
             * Format: double
             * @description The most it pays, a year, reaches this.
             */
            salary_min: number | null;
            /**
             * Format: double
             * @description The least it pays, a year, is at most this.
             */
            salary_max: number | null;
            /** @description ISO 4217. */
            currency: string | null;
            /** Format: date-time */
            posted_after: string | null;
            /** Format: date-time */
            posted_before: string | null;
            /** @description A kind of source, as `greenhouse`. */
            source: string | null;
            /**
             * @description Left out: open ones, and among saved or applied ones all.
             *
             *     * `open` - Open
             *     * `closed` - Closed
             */
            status: components["schemas"]["VacancyStatus"] | null;
            visa_sponsorship: boolean | null;
            /**
             * Format: double
             * @description The most a marketplace's budget allows reaches this.
             */
            budget_min: number | null;
            /**
             * Format: double
             * @description The least a marketplace's budget allows is at most this.
             */
            budget_max: number | null;
            /** @description Of a marketplace's client, 0 to 100. */
            client_score_min: number | null;
            saved: boolean | null;
            applied: boolean | null;
        };
        /** @description What `listVacancies` takes, all of it combinable: `q`, skills, places, pay and the rest. Null: not asked for. */
        VacancyFiltersRequest: {
            /** @description Web-search syntax: quotes, `-`, `or`. */
            q?: string | null;
            /** @description Comma list; all of them. */
            skills?: string | null;
            /** @description Comma list; any of them. */
            skills_any?: string | null;
            /** @description Part of the name. */
            company?: string | null;
            /** @description Part of a place's text: a city, region or country. */
            location?: string | null;
            /** @description ISO 3166-1 alpha-2. */
            country?: string | null;
            /** @description ISO 3166-1 alpha-2: remote ones for those who live there, or that do not say where. */
            remote_from?: string | null;
            remote?: components["schemas"]["Remote"] | null;
            employment_type?: components["schemas"]["EmploymentType"] | null;
            seniority?: components["schemas"]["Seniority"] | null;
            /**
             * @description What kind of work the title names.
             *
             *     * `administration` - administration
             *     * `construction` - construction
             *     * `customer_service` - customer_service
             *     * `data` - data
             *     * `design` - design
             *     * `education` - education
             *     * `engineering` - engineering
             *     * `finance` - finance
             *     * `healthcare` - healthcare
             *     * `hospitality` - hospitality
             *     * `human_resources` - human_resources
             *     * `information_technology` - information_technology
             *     * `legal` - legal
             *     * `logistics` - logistics
             *     * `management` - management
             *     * `manufacturing` - manufacturing
             *     * `marketing` - marketing
             *     * `media` - media
             *     * `operations` - operations
             *     * `product` - product
             *     * `public_service` - public_service
             *     * `retail` - retail
             *     * `sales` - sales
             *     * `science` - science
             *     * `security` - security
             *     * `software` - software
             *     * `trades` - trades
             */
            job_function?: components["schemas"]["JobFunction"] | null;
            /**
             * Format: double
             * @description The most it pays, a year, reaches this.
             */
            salary_min?: number | null;
            /**
             * Format: double
             * @description The least it pays, a year, is at most this.
             */
            salary_max?: number | null;
            /** @description ISO 4217. */
            currency?: string | null;
            /** Format: date-time */
            posted_after?: string | null;
            /** Format: date-time */
            posted_before?: string | null;
            /** @description A kind of source, as `greenhouse`. */
            source?: string | null;
            /**
             * @description Left out: open ones, and among saved or applied ones all.
             *
             *     * `open` - Open
             *     * `closed` - Closed
             */
            status?: components["schemas"]["VacancyStatus"] | null;
            visa_sponsorship?: boolean | null;
            /**
             * Format: double
             * @description The most a marketplace's budget allows reaches this.
             */
            budget_min?: number | null;
            /**
             * Format: double
             * @description The least a marketplace's budget allows is at most this.
             */
            budget_max?: number | null;
            /** @description Of a marketplace's client, 0 to 100. */
            client_score_min?: number | null;
            saved?: boolean | null;
            applied?: boolean | null;
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
        /** @description What a vacancy was made of. `decisions` are those in force, proposed, undone and refused. */
        VacancyMerge: {
            /** Format: uuid */
            vacancy_id: string;
            /** Format: uuid */
            merged_into: string | null;
            postings: components["schemas"]["MergedPosting"][];
            fields_from: components["schemas"]["FieldSource"][];
            decisions: components["schemas"]["MergeDecision"][];
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
            /**
             * @description What kind of work the title names.
             *
             *     * `administration` - administration
             *     * `construction` - construction
             *     * `customer_service` - customer_service
             *     * `data` - data
             *     * `design` - design
             *     * `education` - education
             *     * `engineering` - engineering
             *     * `finance` - finance
             *     * `healthcare` - healthcare
             *     * `hospitality` - hospitality
             *     * `human_resources` - human_resources
             *     * `information_technology` - information_technology
             *     * `legal` - legal
             *     * `logistics` - logistics
             *     * `management` - management
             *     * `manufacturing` - manufacturing
             *     * `marketing` - marketing
             *     * `media` - media
             *     * `operations` - operations
             *     * `product` - product
             *     * `public_service` - public_service
             *     * `retail` - retail
             *     * `sales` - sales
             *     * `science` - science
             *     * `security` - security
             *     * `software` - software
             *     * `trades` - trades
             */
            readonly job_function: components["schemas"]["JobFunction"] | null;
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
            readonly budget: components["schemas"]["Budget"] | null;
            readonly client: components["schemas"]["ClientRef"] | null;
            /** Format: date */
            readonly application_deadline: string | null;
            readonly visa_sponsorship: boolean | null;
            readonly repost_count: number;
            readonly origin: components["schemas"]["VacancyOrigin"];
            readonly saved: boolean;
            /** Format: date-time */
            readonly applied_at: string | null;
        };
        /** @description What every request that signs in may ask for. */
        VerifyEmailRequest: {
            /**
             * @description `cookie` keeps the refresh token in an HttpOnly cookie and out of the answer.
             *
             *     * `token` - token
             *     * `cookie` - cookie
             * @default token
             */
            session?: components["schemas"]["SessionEnum"];
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            start_date: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            start_date?: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            end_date?: string;
            /** @default  */
            summary?: string;
            highlights?: string[];
        };
        /**
         * @description * `discouraged` - discouraged
         *     * `preferred` - preferred
         *     * `required` - required
         * @enum {string}
         */
        WebAuthnRequirement: "discouraged" | "preferred" | "required";
        /**
         * @description * `title` - title
         *     * `text` - text
         *     * `occupation` - occupation
         * @enum {string}
         */
        WhyEnum: "title" | "text" | "occupation";
        /** @description Base of every request and response that is no model. */
        WorkExperience: {
            /** @default  */
            company: string;
            /** @default  */
            position: string;
            /** @default  */
            location: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            start_date: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
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
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            start_date?: string;
            /** @description YYYY, YYYY-MM or YYYY-MM-DD. */
            end_date?: string;
            /** @default false */
            is_current?: boolean;
            /** @default  */
            description?: string;
            responsibilities?: string[];
            skills?: string[];
        };
        /** @description A workspace the caller is in, and what they may do there. */
        Workspace: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly kind: components["schemas"]["WorkspaceKind"];
            readonly plan: string;
            readonly role: components["schemas"]["Role"];
            readonly abilities: components["schemas"]["Ability"][];
            /**
             * Format: uuid
             * @description The caller's own row among the members: what they leave by.
             */
            readonly membership_id: string;
            /** @description Whether the token acts here. */
            readonly is_current: boolean;
            /** @description Null where a list shows other workspaces than the current. */
            readonly member_count: number | null;
            /** Format: date-time */
            readonly deletion_due_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date-time */
            readonly updated_at: string;
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
        /** @description Base of every request and response that is no model. */
        WriteSavedSearchRequest: {
            name: string;
            /** @description As `listVacancies` takes them; at least one of them. */
            filters: components["schemas"]["VacancyFiltersRequest"];
            /**
             * @description `instant`: at once, but for quiet hours. `daily` and `weekly`: at eight in the morning, on Mondays; by the time zone and the quiet hours of `getPreferences`.
             *
             *     * `off` - Off
             *     * `instant` - Instant
             *     * `daily` - Daily
             *     * `weekly` - Weekly
             * @default off
             */
            alert?: components["schemas"]["SavedSearchAlert"];
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
            budget?: components["schemas"]["BudgetRequest"] | null;
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
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description not_authenticated, token_expired, token_invalid */
        Problem401: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description permission_denied, email_not_verified, plan_limit_reached */
        Problem403: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description not_found */
        Problem404: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description conflict */
        Problem409: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description precondition_failed */
        Problem412: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description payload_too_large */
        Problem413: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description unsupported_media_type */
        Problem415: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description unprocessable_file */
        Problem422: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description throttled */
        Problem429: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description server_error */
        Problem500: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description upstream_error */
        Problem502: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description unavailable */
        Problem503: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description upstream_timeout */
        Problem504: {
            headers: {
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Requests a minute that this bucket takes from you. `X-RateLimit-Limit` says the same. */
        "RateLimit-Limit": number;
        /** @description How many of them are left. `X-RateLimit-Remaining` says the same. */
        "RateLimit-Remaining": number;
        /** @description Seconds until there is more room than now. `X-RateLimit-Reset` says the same. */
        "RateLimit-Reset": number;
        /** @description Seconds after which the request may be sent again. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "name" | "-name" | "expires_at" | "-expires_at" | "last_used_at" | "-last_used_at";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                /**
                 * @description * `active` - Active
                 *     * `expired` - Expired
                 *     * `revoked` - Revoked
                 */
                status?: "active" | "expired" | "revoked";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedApiKeyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createApiKey: {
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
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiKey: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteApiKey: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateApiKey: {
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
                "application/json": components["schemas"]["PatchedUpdateApiKeyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedApplicationList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                /** @description Who did it: the id of a user. */
                actor?: string;
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                /** @description Then or later. */
                since?: string;
                /** @description To what: the id of a row. */
                subject?: string;
                /** @description A type in full: `vacancy.changed`. */
                type?: string;
                /** @description Before then. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedAuditEventList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MfaChallenge"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshTokenRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMfa: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mfa"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    completeMfaChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteMfaChallengeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    beginMfaChallengePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaChallengeReferenceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPasskeys: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "last_used_at" | "-last_used_at";
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPasskeyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePasskeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedPasskey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPasskey: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updatePasskey: {
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
                "application/json": components["schemas"]["PatchedUpdatePasskeyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deletePasskey: {
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
                "application/json": components["schemas"]["ProofRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProofRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunPasskey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getRecoveryCodes: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodeCount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    regenerateRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProofRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProofRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpEnrolment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotpRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    disableTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProofRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOAuthProviders: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthProviders"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    startOAuth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthDeparture"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    completeOAuth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteOAuthRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MfaChallenge"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    unlinkOAuth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    beginPasskeySignIn: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestion"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    completePasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePasskeySignInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    confirmPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmPasswordResetRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshTokenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            400: components["responses"]["Problem400"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "last_used_at" | "-last_used_at";
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSessionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeSession: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MfaChallenge"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    resendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCompanies: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description With or without a vacancy that is open now. */
                has_open?: boolean;
                /**
                 * @description * `employer` - Employer
                 *     * `agency` - Agency
                 *     * `client` - Client
                 */
                kind?: "agency" | "client" | "employer";
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "name" | "-name";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                /** @description Part of the name, without its legal form. */
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedCompanySummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCompany: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    refreshCompany: {
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
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCompanyResearch: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyResearch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listConnectionKinds: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedConnectionKindList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listConnections: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "name" | "-name" | "kind" | "-kind" | "last_used_at" | "-last_used_at";
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedConnectionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createConnection: {
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
                "application/json": components["schemas"]["CreateConnectionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getConnection: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    replaceConnection: {
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
                "application/json": components["schemas"]["ReplaceConnectionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteConnection: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateConnection: {
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
                "application/json": components["schemas"]["PatchedUpdateConnectionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
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
            429: components["responses"]["Problem429"];
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
                 *     * `export` - Export
                 */
                kind?: "export" | "letter" | "render" | "upload";
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedDocumentList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGenerationProviderList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGenerationSummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    acceptInvitation: {
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
                "application/json": components["schemas"]["AcceptInvitationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewInvitationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPreview"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    searchJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SearchJobsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPlans: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "position" | "-position" | "name" | "-name";
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPlanList"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedResumeThemeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedResumeSummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listResumeMatches: {
        parameters: {
            query?: {
                applied?: boolean;
                /** @description The least a marketplace's budget allows is at most this. */
                budget_max?: number;
                /** @description The most a marketplace's budget allows reaches this. */
                budget_min?: number;
                /** @description Of a marketplace's client, 0 to 100. */
                client_score_min?: number;
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
                /**
                 * @description What kind of work the title names.
                 *
                 *     * `administration` - administration
                 *     * `construction` - construction
                 *     * `customer_service` - customer_service
                 *     * `data` - data
                 *     * `design` - design
                 *     * `education` - education
                 *     * `engineering` - engineering
                 *     * `finance` - finance
                 *     * `healthcare` - healthcare
                 *     * `hospitality` - hospitality
                 *     * `human_resources` - human_resources
                 *     * `information_technology` - information_technology
                 *     * `legal` - legal
                 *     * `logistics` - logistics
                 *     * `management` - management
                 *     * `manufacturing` - manufacturing
                 *     * `marketing` - marketing
                 *     * `media` - media
                 *     * `operations` - operations
                 *     * `product` - product
                 *     * `public_service` - public_service
                 *     * `retail` - retail
                 *     * `sales` - sales
                 *     * `science` - science
                 *     * `security` - security
                 *     * `software` - software
                 *     * `trades` - trades
                 */
                job_function?: "administration" | "construction" | "customer_service" | "data" | "design" | "education" | "engineering" | "finance" | "healthcare" | "hospitality" | "human_resources" | "information_technology" | "legal" | "logistics" | "management" | "manufacturing" | "marketing" | "media" | "operations" | "product" | "public_service" | "retail" | "sales" | "science" | "security" | "software" | "trades";
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
                /** @description ISO 3166-1 alpha-2: remote ones for those who live there, or that do not say where. */
                remote_from?: string;
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": Blob;
                    "image/png": Blob;
                    "text/html": Blob;
                    "text/markdown": Blob;
                    "text/plain": Blob;
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParsedResume"];
                };
            };
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSavedSearches: {
        parameters: {
            query?: {
                /**
                 * @description * `off` - Off
                 *     * `instant` - Instant
                 *     * `daily` - Daily
                 *     * `weekly` - Weekly
                 */
                alert?: "daily" | "instant" | "off" | "weekly";
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "name" | "-name";
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSavedSearchSummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createSavedSearch: {
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
                "application/json": components["schemas"]["WriteSavedSearchRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSavedSearch: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    replaceSavedSearch: {
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
                "application/json": components["schemas"]["WriteSavedSearchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteSavedSearch: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateSavedSearch: {
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
                "application/json": components["schemas"]["PatchedUpdateSavedSearchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listNewForSavedSearch: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedVacancySummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    markSavedSearchSeen: {
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
                "application/json": components["schemas"]["MarkSavedSearchSeenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSourceKinds: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSourceKindList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSourceRuns: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "started_at" | "-started_at";
                /**
                 * @description Members see their own only.
                 *
                 *     * `catalogue` - catalogue
                 *     * `own` - own
                 */
                origin?: "catalogue" | "own";
                /**
                 * @description * `running` - Running
                 *     * `complete` - Complete
                 *     * `unchanged` - Unchanged
                 *     * `partial` - Partial
                 *     * `failed` - Failed
                 */
                outcome?: "complete" | "failed" | "partial" | "running" | "unchanged";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                /** @description The runs of one board. */
                source?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSourceRunList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /**
                 * @description * `alarmed` - Alarmed
                 *     * `cooling` - Cooling
                 *     * `failing` - Failing
                 *     * `never_run` - Never Run
                 *     * `partial` - Partial
                 *     * `ok` - Ok
                 */
                health?: "alarmed" | "cooling" | "failing" | "never_run" | "ok" | "partial";
                is_enabled?: boolean;
                /** @description As `greenhouse`. */
                kind?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "kind" | "-kind" | "board" | "-board" | "last_run_at" | "-last_run_at" | "next_run_at" | "-next_run_at";
                /**
                 * @description Members see their own only.
                 *
                 *     * `catalogue` - catalogue
                 *     * `own` - own
                 */
                origin?: "catalogue" | "own";
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSourceList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createSource: {
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
                "application/json": components["schemas"]["CreateSourceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSource: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    replaceSource: {
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
                "application/json": components["schemas"]["ReplaceSourceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteSource: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateSource: {
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
                "application/json": components["schemas"]["PatchedUpdateSourceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    runSource: {
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
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PreviewSourceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTaskList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    eraseMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseMeRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    keepMe: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    exportMyData: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answer the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPreferences: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updatePreferences: {
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
                "application/json": components["schemas"]["PatchedUpdatePreferencesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getUsage: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listVacancies: {
        parameters: {
            query?: {
                applied?: boolean;
                /** @description The least a marketplace's budget allows is at most this. */
                budget_max?: number;
                /** @description The most a marketplace's budget allows reaches this. */
                budget_min?: number;
                /** @description Of a marketplace's client, 0 to 100. */
                client_score_min?: number;
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
                /**
                 * @description What kind of work the title names.
                 *
                 *     * `administration` - administration
                 *     * `construction` - construction
                 *     * `customer_service` - customer_service
                 *     * `data` - data
                 *     * `design` - design
                 *     * `education` - education
                 *     * `engineering` - engineering
                 *     * `finance` - finance
                 *     * `healthcare` - healthcare
                 *     * `hospitality` - hospitality
                 *     * `human_resources` - human_resources
                 *     * `information_technology` - information_technology
                 *     * `legal` - legal
                 *     * `logistics` - logistics
                 *     * `management` - management
                 *     * `manufacturing` - manufacturing
                 *     * `marketing` - marketing
                 *     * `media` - media
                 *     * `operations` - operations
                 *     * `product` - product
                 *     * `public_service` - public_service
                 *     * `retail` - retail
                 *     * `sales` - sales
                 *     * `science` - science
                 *     * `security` - security
                 *     * `software` - software
                 *     * `trades` - trades
                 */
                job_function?: "administration" | "construction" | "customer_service" | "data" | "design" | "education" | "engineering" | "finance" | "healthcare" | "hospitality" | "human_resources" | "information_technology" | "legal" | "logistics" | "management" | "manufacturing" | "marketing" | "media" | "operations" | "product" | "public_service" | "retail" | "sales" | "science" | "security" | "software" | "trades";
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
                /** @description ISO 3166-1 alpha-2: remote ones for those who live there, or that do not say where. */
                remote_from?: string;
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedVacancySummaryList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listVacancyHistory: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "at" | "-at";
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedVacancyChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getVacancyMerge: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VacancyMerge"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    mergeVacancy: {
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
                "application/json": components["schemas"]["MergeVacancyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VacancyMerge"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSimilarVacancies: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSimilarVacancyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    unmergeVacancy: {
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
                "application/json": components["schemas"]["UnmergeVacancyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VacancyMerge"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    importVacancyFromUrl: {
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
                "application/json": components["schemas"]["ImportVacancyRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listWorkspaces: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "name" | "-name";
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedWorkspaceList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createWorkspace: {
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
                "application/json": components["schemas"]["CreateWorkspaceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getWorkspace: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteWorkspace: {
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
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateWorkspace: {
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
                "application/json": components["schemas"]["PatchedUpdateWorkspaceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    eraseWorkspace: {
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
                "application/json": components["schemas"]["EraseWorkspaceRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    restoreWorkspace: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    switchWorkspace: {
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
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "expires_at" | "-expires_at" | "email" | "-email";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                /**
                 * @description * `pending` - Pending
                 *     * `expired` - Expired
                 *     * `accepted` - Accepted
                 */
                status?: "accepted" | "expired" | "pending";
            };
            header?: never;
            path: {
                workspace_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedInvitationList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answer the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                workspace_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvitationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                workspace_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                workspace_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answer the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                workspace_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Empty for the first page, then as in `next`: any list to its end at constant cost. */
                cursor?: string;
                /** @description Rows without the value come last; ties go by id. */
                ordering?: "created_at" | "-created_at" | "role" | "-role";
                /** @description From 1; ends at result 1000, go on with `cursor`. */
                page?: number;
                /** @description Results a page. */
                page_size?: number;
                /**
                 * @description * `owner` - Owner
                 *     * `admin` - Admin
                 *     * `member` - Member
                 *     * `viewer` - Viewer
                 */
                role?: "admin" | "member" | "owner" | "viewer";
            };
            header?: never;
            path: {
                workspace_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedMemberList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                workspace_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                workspace_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` last read; a row that has changed since is a 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                workspace_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedUpdateMemberRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
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
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
