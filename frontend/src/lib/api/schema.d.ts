// Made of docs/protocol/openapi.yaml by scripts/contract.js. Renew it: .ci/contract

export interface paths {
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The key of the caller's account, with the ways to it
         * @description What the key is made of opens the backup of encrypted conversations. The server has it only as each way of recovery seals it.
         */
        get: operations["getAccountKey"];
        /**
         * Give the caller's account its key
         * @description The first one stays; to repeat it changes nothing. With 'replaces' the account begins anew: its ways of recovery and its backup are deleted, which asks for a proof that is only minutes old. The caller's other devices learn of it from the stream of the account, as account-key.changed.
         */
        put: operations["registerAccountKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-key/methods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep a way of recovery
         * @description The caller chooses its id. The same passkey or wallet under another id takes its own place, and a key that is written down that of the one before, which asks for a proof that is only minutes old. At most 10 of them.
         */
        put: operations["putRecoveryMethod"];
        post?: never;
        /**
         * Take a way of recovery away
         * @description Without any, what was backed up opens only in browsers that have the key of the account.
         */
        delete: operations["removeRecoveryMethod"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-key/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom the caller has verified, sealed
         * @description The server cannot read it.
         */
        get: operations["getVerifications"];
        /**
         * Keep whom the caller has verified, sealed
         * @description Names the version that it makes: one more than what is there, 1 for the first. It goes with the key of the account. The caller's other devices learn of it from the stream of the account, as verifications.changed.
         */
        put: operations["keepVerifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-key/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let a wallet vouch for the key of the caller's account
         * @description One that is linked to the account. It has signed, by EIP-712 in the domain Parley, version 1: Vouch(string purpose,address wallet,string account,string key), with the purpose 'This wallet vouches for the key of my Parley account. People I talk to can see this address.'. A contract is asked (ERC-1271). Members of the same conversations see it.
         */
        put: operations["bindWallet"];
        post?: never;
        /** No wallet vouches any more */
        delete: operations["unbindWallet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/contact-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's invite code */
        get: operations["getContactCode"];
        put?: never;
        /**
         * Make a new invite code for the caller
         * @description Whoever has it becomes a contact without asking. The one before is no longer good.
         */
        post: operations["renewContactCode"];
        /** Take the caller's invite code away */
        delete: operations["endContactCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ways to sign in to the account
         * @description The password first, then wallets, passkeys and sign-ins with issuers, each by age.
         */
        get: operations["listCredentials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a sign-in with an issuer: it opens the account from now on
         * @description Asks for a proof that is at most ten minutes old. The verified e-mail address is told. Linking one again changes nothing.
         */
        post: operations["linkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/oidc/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to link a sign-in with an issuer
         * @description Asks for a proof that is at most ten minutes old. The visit is good in this session only.
         */
        post: operations["beginIssuerLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/oidc/{identity}": {
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
         * Unlink a sign-in with an issuer: it opens the account no more
         * @description Asks for a proof that is at most ten minutes old, and ends all other sessions. The verified e-mail address is told.
         */
        delete: operations["unlinkIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a passkey: it opens the account from now on
         * @description The authenticator must have verified the person. Asks for a proof that is at most ten minutes old. The verified e-mail address is told.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/passkeys/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what an authenticator must sign that makes a passkey
         * @description The challenge is good in this session only.
         */
        post: operations["createNewPasskeyChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/passkeys/{passkey}": {
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
         * Remove a passkey: it opens the account no more
         * @description Asks for a proof that is at most ten minutes old, and ends all other sessions. The verified e-mail address is told.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set or change the password
         * @description Asks for a proof that is at most ten minutes old. Changing it ends all other sessions. The verified e-mail address is told.
         */
        put: operations["setPassword"];
        post?: never;
        /**
         * Take the password away
         * @description Asks for a proof that is at most ten minutes old, and ends all other sessions. The verified e-mail address is told.
         */
        delete: operations["removePassword"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/wallet-nonces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what the message must say that links a wallet
         * @description The statement names the account. The nonce is good in this session only.
         */
        post: operations["createWalletLinkNonce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a wallet: it opens the account from now on
         * @description Asks for a proof that is at most ten minutes old. The verified e-mail address is told. Linking a wallet again changes nothing.
         */
        post: operations["linkWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/credentials/wallets/{address}": {
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
         * Unlink a wallet: it opens the account no more
         * @description Asks for a proof that is at most ten minutes old, and ends all other sessions. The verified e-mail address is told.
         */
        delete: operations["unlinkWallet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete the account for ever
         * @description Asks for a proof that is at most ten minutes old, and for the user name as a word of consent. All sessions end at once, and nobody is given the name again. What is stored of the caller is erased within moments; what others have received stays with them, under an id without a name. The verified e-mail address is told.
         */
        post: operations["deleteAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The e-mail address of the account */
        get: operations["getAccountEmail"];
        /**
         * Give the account an e-mail address
         * @description A mail with a link goes to the address, which is the account's when the link was used; until then the one before stays. The answer is the same whether or not the address is somebody else's. Giving the verified address again takes back the one that waits. Asks for a proof that is at most ten minutes old. 404 when this installation sends no mail.
         */
        put: operations["giveAccountEmail"];
        post?: never;
        /**
         * Take the e-mail address out of the account
         * @description The one that waits too. The address is told. Also when there is none; not where an address is required. Asks for a proof that is at most ten minutes old.
         */
        delete: operations["removeAccountEmail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/email/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a new link to the address that waits
         * @description The link before is no longer good. 404 when no address waits.
         */
        post: operations["sendEmailLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/email/waiting": {
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
         * Take back the address that waits
         * @description Its link is no longer good. Also when none waits.
         */
        delete: operations["takeBackAccountEmail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everything that is stored of the caller
         * @description A ZIP archive with JSON files, the caller's picture, and README.txt, which says what each file is. It is written while it is read: one that breaks off has no directory. Asks for a proof that is at most ten minutes old, and is given five times a day.
         */
        post: operations["exportData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/interests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's interests */
        get: operations["getOwnInterests"];
        /**
         * Choose the caller's interests instead of those he has
         * @description From then on the caller is asked no more, also when he chose none.
         */
        put: operations["chooseInterests"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own profile */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the caller's own profile
         * @description What is absent stays as it is, and what is empty is removed. From then on the caller is asked no more, also when nothing was changed.
         */
        patch: operations["changeProfile"];
        trace?: never;
    };
    "/api/account/profile/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give oneself a picture
         * @description JPEG or PNG, as its bytes say; at most 8 MiB, 25 megapixels, and 16,384 pixels each way. The server turns it upright, cuts out the square, and draws it anew in four sizes: nothing of what was sent is in them but what one sees. Without x, y and size the largest square in the middle is shown.
         */
        put: operations["setProfilePicture"];
        post?: never;
        /** Take one's picture away */
        delete: operations["removeProfilePicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/proofs/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove by an issuer who one is
         * @description The session is then fresh for ten minutes.
         */
        post: operations["proveByIssuer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/proofs/oidc/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to prove by an issuer who one is
         * @description The issuer is asked to have its person prove who he is again. The visit is good in this session only.
         */
        post: operations["beginIssuerProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/proofs/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove by a passkey of the account who one is
         * @description The session is then fresh for ten minutes.
         */
        post: operations["proveByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/proofs/passkey/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a passkey must sign that proves who one is
         * @description The challenge is good in this session only.
         */
        post: operations["createPasskeyProofChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/proofs/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove by the password who one is
         * @description The session is then fresh for ten minutes.
         */
        post: operations["proveByPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/proofs/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove by a wallet of the account who one is
         * @description The session is then fresh for ten minutes.
         */
        post: operations["proveByWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/proofs/wallet-nonces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a wallet's message must say that proves who one is
         * @description The nonce is good in this session only.
         */
        post: operations["createWalletProofNonce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many recovery codes are left */
        get: operations["getRecoveryCodes"];
        put?: never;
        /**
         * Make ten new recovery codes
         * @description Each opens the account once, together with a link in a mail to the verified address. Those before are no longer good. Asks for a proof that is at most ten minutes old. The verified e-mail address is told.
         */
        post: operations["makeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller chose for the account */
        get: operations["getAccountSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what the caller chose for the account
         * @description What is absent stays as it is. The caller's other devices learn of it from the stream of the account, as settings.changed.
         */
        patch: operations["changeAccountSettings"];
        trace?: never;
    };
    "/api/account/tip-jar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Show on the caller's profile where tips go, or hide it
         * @description Hidden as long as nobody says otherwise. Everybody who may see the profile sees the address of the wallet for tips then. A wallet that is chosen later is shown in its place; one that is unlinked is shown no more, and none instead.
         */
        put: operations["showTipJar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/tip-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller lets himself give
         * @description What has no limit here has none.
         */
        get: operations["getTipLimits"];
        /**
         * Set what the caller lets himself give
         * @description In the place of what was before. Above it no tip is promised: what was given or promised in the last 24 hours counts, and what was not paid in the end does not.
         */
        put: operations["setTipLimits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/tip-wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the caller's tips go
         * @description The chosen wallet; without a choice the one that was linked first.
         */
        get: operations["getTipWallet"];
        /**
         * Choose where the caller's tips go
         * @description One of the linked wallets. Tips that were promised before go where they were to.
         */
        put: operations["chooseTipWallet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with user name and password */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session of the refresh token, on all instances and with its socket, and clears the cookie. A token that is no longer good is no fault.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with what an issuer sent the browser back with */
        post: operations["loginWithIssuer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account for an identity at an issuer */
        post: operations["registerWithIssuer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in with an issuer
         * @description The answer sets a cookie by which the browser is known when it is back. The issuer's answer, which is in the address it comes back to, goes to loginWithIssuer.
         */
        post: operations["beginIssuerSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a passkey must sign to sign in
         * @description The host is that of the page that asks.
         */
        post: operations["createPasskeyChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["loginWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a lost account with a link, a recovery code and a new password
         * @description Link and code are used up, all sessions end, and a new one begins. Five wrong codes end the link. The verified e-mail address is told.
         */
        post: operations["recover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/recovery/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link that opens a lost account
         * @description A mail goes to the address when an account has verified it. The answer does not tell whether one has. The link is good once, for an hour, together with a recovery code. 404 when this installation sends no mail.
         */
        post: operations["askForRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Continue the session: a new access token and a new refresh token
         * @description Each refresh token is good once. One that comes back later ends its session; only the one used last gives the same successor again for ten seconds, for an answer that was lost. The successor comes the way the token came: in the body or as a cookie.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account with a password, and sign in */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/wallet/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a wallet */
        post: operations["loginWithWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/wallet/nonces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a wallet's sign-in message must say
         * @description Domain and URI are those of the page that asks.
         */
        post: operations["createWalletNonce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/wallet/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account for a proven wallet */
        post: operations["registerWithWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people whom the caller blocks
         * @description In the order of ids; without a limit 50 at a time.
         */
        get: operations["listBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blocks/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Block somebody
         * @description Both ways: neither finds the other, sees his profile or whether he is there, asks him, or writes to him in their conversation, which stays. The other is not told; the caller's devices are, in his own stream, as block.changed. Doing it again changes nothing. At most 1,000 people.
         */
        put: operations["block"];
        post?: never;
        /**
         * End a block
         * @description Of somebody who is not blocked nothing changes.
         */
        delete: operations["unblock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The chains on which people pay here
         * @description With what may be given on each. None when the operator has set none up.
         */
        get: operations["listChains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chains/{chain}/faucet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be given what is worth nothing
         * @description On a chain for development: ten of everything for each of the caller's wallets. Every other chain is answered as one that does not exist.
         */
        post: operations["askFaucet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages with somebody, or with everybody
         * @description With 'recipient' the messages of the two, in order of seq: the newest page, or the one before or after an entry. Without it those of all conversations of two, the newest conversation first, each from its beginning to its end. Without a limit 50 at a time; bodies of about 1 MiB end a page early.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a text to somebody
         * @description Answered when it is stored. It goes to the sealed conversation of the two, and is on their screens at once. Somebody who is no contact has to be asked first.
         */
        post: operations["sendToPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a client must know before anybody signs in */
        get: operations["getConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contact-codes/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whose invite code this is
         * @description What leads to nobody is answered alike, whatever the reason.
         */
        post: operations["lookAtContactCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contact-codes/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a contact of whose invite code this is
         * @description Opens the conversation of the two; doing it again changes nothing.
         */
        post: operations["useContactCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The conversations of the caller, newest first
         * @description Without a limit 50 at a time.
         */
        get: operations["listConversations"];
        put?: never;
        /**
         * Open the conversation with somebody, or find it
         * @description Two people have one conversation of each kind, whoever opens it and how often. Somebody who is no contact has to be asked first; who has agreed to one kind has agreed to both.
         */
        post: operations["openConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A conversation of the caller */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        /**
         * End a group for everybody; an owner may
         * @description The members keep what they have read.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /**
         * Change a group's name, description and rules
         * @description What is absent stays as it is. Who may do it is one of the rules.
         */
        patch: operations["changeGroup"];
        trace?: never;
    };
    "/api/conversations/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ciphertext of a file, for everybody who may read its message
         * @description Under one id it is the same for as long as it is there. One span of bytes may be asked for (RFC 9110, section 14).
         */
        get: operations["getAttachment"];
        /**
         * Begin to upload a file, or learn how far it has come
         * @description The caller chooses the id, encrypts the file, puts its parts in any order and several at a time, completes it, and names it in the message that it goes with. What no message has taken along within a day is removed; what one took is removed with it.
         */
        put: operations["beginUpload"];
        post?: never;
        /**
         * Give up a file that no message has taken along
         * @description What went with a message goes with that message alone. Harmless to repeat.
         */
        delete: operations["cancelUpload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/attachments/{attachment}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that all parts of a file are there
         * @description From now on a message can take it along. Harmless to repeat.
         */
        post: operations["completeUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/attachments/{attachment}/parts/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put one part of a file
         * @description All have the size that beginUpload tells, but the last. Content-Length must say it. A part may be put again.
         */
        put: operations["putPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/attachments/{attachment}/parts/{part}/way": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Learn how one part of a file is fetched past Parley
         * @description For everybody who may read its message, where the store of files is S3 and browsers reach it: a GET of the ciphertext of that part, or of one span of it.
         */
        get: operations["signPartDownload"];
        put?: never;
        /**
         * Learn how one part of a file is put past Parley
         * @description Where the store of files is S3 and browsers reach it: a PUT of exactly these bytes. It may be made again; so may putPart in its place. What has arrived is looked at when the upload is completed.
         */
        post: operations["signPartUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A part of the backup of a conversation
         * @description With 'after' the first entries behind it, otherwise the last ones of the range; in the order of the log. Without a limit 500 at a time; about 1 MiB ends a page early.
         */
        get: operations["readBackup"];
        /**
         * Add to the backup of a conversation
         * @description What messages say, sealed by a device that has read them. What is there stays; messages that are gone, or that the caller may not read, are passed over. When a message is erased, so is this. 256 MiB a day for each account.
         */
        put: operations["keepBackup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/bans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those who are kept out of a group, for its admins
         * @description In the order of their ids; without a limit 50 at a time.
         */
        get: operations["listBans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/bans/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep somebody out of a group, who is removed if he is a member */
        put: operations["ban"];
        post?: never;
        /** Lift a ban; the person is no member by that */
        delete: operations["unban"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/commits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the group of a conversation to its next epoch
         * @description At most one commit follows an epoch; whoever comes later processes the log and commits again. Welcomes can be had with the commit, and not before. Proposals are Add, Remove and ExternalInit, by value. Every leaf of the new tree is a device of a member with its registered key. An account commits at most 120 times within ten minutes.
         */
        post: operations["commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/commits/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A commit that is too large for its entry in the log
         * @description Of a commit of more than 72,000 bytes the entry holds the SHA-256 in the place of the commit. Whoever may read the entry fetches the commit by the seq of the entry, and compares.
         */
        get: operations["getCommit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The devices of the members, with their keys
         * @description Those that have registered a key, 1000 at a time. A leaf of the group belongs to one of them, with exactly this key; a commit removes every other. What an account says of a device is for the clients to check.
         */
        get: operations["listMemberDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the conversation's log
         * @description In order of seq; after or before an entry, by default before the end; without a limit 50 at a time. Bodies of about 1 MiB end a page early, which is what 'more' is for.
         */
        get: operations["listEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/former-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices that belong to the conversation no longer, with the keys they had
         * @description Of the devices that are asked for, those on which somebody has signed out in the last 90 days, and those of people who have left. A client that reads the log late needs them for what they wrote; they belong in no tree any more. What their accounts said of them is for the clients to check.
         */
        get: operations["findFormerDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/hidden-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete messages for oneself
         * @description All devices of the caller learn of it by an entry messages.hidden in the caller's own stream; nobody else does. Doing it again changes nothing.
         */
        post: operations["hideMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/invite-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ways into a group
         * @description All for admins, for other members those that they made themselves.
         */
        get: operations["listInviteLinks"];
        put?: never;
        /**
         * Make a way into a group
         * @description Its token is told this once. It is good while its maker may invite people, and until it expires, is used up or is revoked.
         */
        post: operations["createInviteLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/invite-links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a way into a group; its maker and admins may */
        delete: operations["revokeInviteLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/join-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who waits to be let into a group, for its admins
         * @description In the order of their ids; without a limit 50 at a time.
         */
        get: operations["listJoinRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/join-requests/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let somebody in who waits, or not; admins may */
        put: operations["decideJoinRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/key-packages/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a KeyPackage of every device of some members
         * @description Each is given once, to one caller; the one of last resort when there is no other. The caller's own device is left out. An account claims at most 120 times within an hour, and 20 times from one person.
         */
        post: operations["claimKeyPackages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/listing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everybody may find the group */
        get: operations["getListing"];
        /**
         * Let everybody find the group
         * @description For owners. Name, description, size and interests are then shown to everybody, and whoever finds it joins, or asks to where an admin's word is wanted.
         */
        put: operations["putListing"];
        post?: never;
        /**
         * Let only those find the group who are led to it
         * @description For owners. A repeat does nothing.
         */
        delete: operations["deleteListing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of a conversation
         * @description In the order of their ids; without a limit 50 at a time.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Add people to a group
         * @description All of them or none. Those who are members already stay what they are.
         */
        post: operations["addMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/members/{account}": {
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
         * Remove a member from a group; oneself, to leave
         * @description The last who leaves takes the group with him. Whoever was removed can be added again.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/members/{account}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a member another role
         * @description Admins make members admins and the reverse; only owners make owners, or take that from one.
         */
        put: operations["setRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/messages/{seq}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has received and read a message of the caller
         * @description The others who may read it, in the order of their ids; without a limit 50 at a time. Who reads privately has received it, and so have all when the caller tells nobody what he reads himself. When somebody read it is not kept.
         */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/mls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the group of a conversation is
         * @description For a device without a Welcome, which joins by an external commit.
         */
        get: operations["getGroupEpoch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The picture of a group, for its members
         * @description Its entity tag begins with the id that the group names as its picture. A picture that was sent before pictures were drawn anew is answered as it was sent.
         */
        get: operations["getPicture"];
        /**
         * Give a group a picture
         * @description As setProfilePicture does: JPEG or PNG, as its bytes say, which the server draws anew.
         */
        put: operations["setPicture"];
        post?: never;
        /** Take a group's picture away */
        delete: operations["removePicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/scheduled-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's messages that wait in a conversation
         * @description In the order of their times.
         */
        get: operations["listScheduledMessages"];
        put?: never;
        /**
         * Send a message at a later time
         * @description It is sent once, as the caller's device and under its cid, whether the caller is there or not. Whether the caller may write is asked then; when not, an entry scheduled.failed in the caller's own stream tells of it. At most 100 messages of a person wait.
         */
        post: operations["scheduleMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/scheduled-messages/{message}": {
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
         * Take a message back before it is sent
         * @description What was just sent is not there any more.
         */
        delete: operations["cancelScheduledMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller wants to be told of a conversation */
        get: operations["getConversationSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what the caller is told of a conversation
         * @description All own devices learn of it by an entry conversation.settings of the caller's stream.
         */
        patch: operations["changeConversationSettings"];
        trace?: never;
    };
    "/api/conversations/{id}/tips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Promise a tip to a member
         * @description Stored before any wallet is asked; the answer has everything that the wallet needs. The conversation is told of it, and of everything that becomes of it, by entries of the kind tip. Only what a wallet of the caller pays counts, to the very unit.
         */
        post: operations["makeTip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The Welcome that waits for the caller's device
         * @description The newest; it waits for 90 days, or until it is deleted.
         */
        get: operations["getWelcome"];
        put?: never;
        post?: never;
        /**
         * Forget the Welcome, once it was used
         * @description Without one nothing happens.
         */
        delete: operations["deleteWelcome"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decrypt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decrypt what was encrypted for the caller
         * @description On any instance, at any time. What belongs to others is refused like rubbish.
         */
        post: operations["decrypt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Register the key with which the caller's device signs
         * @description To repeat it changes nothing. Another key takes the place of the one before: the KeyPackages and Welcomes of the device are gone, and its leaves in groups are to be removed. The key goes when nobody is signed in on the device any more. An account has 20 devices with keys at most; the one that registered first makes room.
         */
        put: operations["registerDeviceKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/device-key/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say for the account that the caller's device signs with its key
         * @description Signed by the key of the account: the UTF-8 bytes of 'Parley 1 account signature device', a zero byte, and five lines without an end of the last: account, device, the key of the device and that of the account in base64url, and the milliseconds. A statement about the same keys stays as it is. It goes with the key of the device, and with that of the account.
         */
        put: operations["stateDevice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/email-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an e-mail address with the token of a link
         * @description Whoever reads the mail may do it, signed in or not. A token is good once; the reason says why one is not: used, expired, superseded or unknown. The address that was the account's before is told.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/encrypt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Encrypt a text that only the caller can have decrypted
         * @description With the server's keys, which the server can use: this is encryption at rest, not end to end. Nothing is stored.
         */
        post: operations["encrypt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The groups of the caller, newest first
         * @description Also those he has left. Without a limit 50 at a time.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Create a group, whose owner is the caller
         * @description More people than one request takes are added afterwards. A repeat with the same Idempotency-Key gives the group that the first one made, whatever its body says.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a group of people who are named, whose owner is the caller
         * @description More people than one request takes are added afterwards. A repeat with the same Idempotency-Key gives the group that the first one made, whatever its body says.
         */
        post: operations["createNamedGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group of the caller */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        /**
         * End a group for everybody; an owner may
         * @description The members keep what they have read.
         */
        delete: operations["deleteNamedGroup"];
        options?: never;
        head?: never;
        /**
         * Change a group's name, description and rules
         * @description What is absent stays as it is. Who may do it is one of the rules.
         */
        patch: operations["changeNamedGroup"];
        trace?: never;
    };
    "/api/groups/{groupId}/add-member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add somebody to a group
         * @description Whoever is a member already stays what he is.
         */
        put: operations["addNamedMember"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{groupId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of a group
         * @description In the order of their ids; without a limit 50 at a time.
         */
        get: operations["listNamedMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{groupId}/members/{member}": {
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
         * Remove a member from a group; 'me', to leave
         * @description The last who leaves takes the group with him.
         */
        delete: operations["removeNamedMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{groupId}/members/{member}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a member another role
         * @description Admins make members admins and the reverse; only owners make owners, or take that from one.
         */
        put: operations["setNamedRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{groupId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages of a group
         * @description In order of seq: the newest page, or the one before or after an entry; from where the caller joined to where he left. Without a limit 50 at a time; bodies of about 1 MiB end a page early.
         */
        get: operations["listGroupMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{groupId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a text to a group
         * @description Answered when it is stored. Who may write is one of the group's rules.
         */
        post: operations["sendToGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one can be interested in, by category
         * @description With those that the caller added and that wait for moderation.
         */
        get: operations["listInterests"];
        put?: never;
        /**
         * Add an interest that the catalogue does not have
         * @description Nobody but the caller sees it until a moderator approves it. It is the caller's once it is chosen, and taken back when a choice leaves it out.
         */
        post: operations["addInterest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a group by an invite link, or ask to
         * @description Where the group wants an admin's word, the caller waits. A repeat does nothing.
         */
        post: operations["joinGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What one would join
         * @description Changes nothing and uses up nothing.
         */
        post: operations["previewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/key-log/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the log of keys says of an account
         * @description For its owner, and for who shares a conversation with him: the newest 500, in order. The leaf of an entry is the SHA-256 of 0x00 and the SHA-256 of salt and content.
         */
        get: operations["listKeyLogEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/key-log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest checkpoint of the log of keys
         * @description A tree of RFC 9162 with SHA-256; the checkpoint is a signed note of C2SP. What is stated stands in it some seconds later.
         */
        get: operations["getKeyLogCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/key-log/proofs/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That an earlier log of keys is the beginning of a later one
         * @description The proof of RFC 9162, section 2.1.4.1.
         */
        get: operations["proveConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/key-log/proofs/inclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That a leaf stands in the log of keys
         * @description The path of RFC 9162, section 2.1.3.1, for the tree of the first leaves.
         */
        get: operations["proveInclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/key-packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many KeyPackages of the caller's device wait */
        get: operations["getKeyPackages"];
        put?: never;
        /**
         * Publish KeyPackages of the caller's device
         * @description Each is signed by the registered key, names this device, and is good for at most 90 days; when one is not, none is kept. To repeat it changes nothing. At most 100 wait.
         */
        post: operations["publishKeyPackages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listed-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listed groups by name, description or interests; without words the newest
         * @description Those whose names are like the words come first, then those whose descriptions hold them. A group that banned the caller is not there, and none of whose owners one has blocked the other. A page has 20 groups without a limit, and never more than 50.
         */
        get: operations["findGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listed-groups/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a listed group, or ask to
         * @description Where the group wants an admin's word, the caller waits. A repeat does nothing.
         */
        post: operations["joinListedGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people whose user names begin so, without the caller
         * @description By user name; without a limit 20 at a time.
         */
        get: operations["findPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/discovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People by interests, name or text; without any of them, people like the caller
         * @description Ranked by the interests they share: the fewer people have one, the more it counts. With words: those whose names are like them, then those whose texts hold them; interests then only narrow the search. Without the caller, and without those who are not to be discovered unless the words are their whole user name. A page has 20 people without a limit, and never more than 50.
         */
        get: operations["discoverPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One person by user name, e-mail address, wallet or name of a wallet, or nobody
         * @description Finds only those who let themselves be found by it; all others are answered like nobody. What nobody can be called is refused and not counted: a wrong checksum, letters that names of the chain do not have here. An account looks up 200 on a day.
         */
        post: operations["lookUpPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The pictures of several people, by name
         * @description Those who do not exist, have no picture, or do not show it to the caller are left out alike.
         */
        get: operations["listPeoplePictures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/pictures/{picture}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Somebody's picture, if he shows it to the caller
         * @description Under one name it is the same for ever. One that is not his, or not any more, is answered like one that he does not show.
         */
        get: operations["getPersonPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Somebody's profile, as the caller may see it
         * @description Of the caller himself: as everyone sees it. Somebody who is not to be discovered, and with whom the caller has no conversation, is answered like nobody.
         */
        get: operations["getPersonProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reports/{report}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tell moderators of somebody
         * @description With the evidence that the caller chooses, and nothing else; it is copied, and stays when it is deleted. The person is not told. The same report again changes nothing. At most 20 a day.
         */
        put: operations["reportPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How somebody stands to the caller
         * @description Somebody who blocks the caller, or whom he blocks, is answered like nobody.
         */
        get: operations["getRequest"];
        /**
         * Ask somebody to talk
         * @description While a request waits, or with a conversation, asking again changes nothing. Who is asked by the same person accepts by this. Both are told in their own streams, as request.changed. An account sends at most 30 requests a day, and at most 3 to one person within 30 days.
         */
        put: operations["askToTalk"];
        post?: never;
        /**
         * Take a chat request back
         * @description Without one that waits nothing happens.
         */
        delete: operations["withdrawRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/request/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Answer somebody's chat request
         * @description To accept opens the conversation of the two; the same answer again changes nothing. Who is declined may not ask again for 30 days. Who is ignored is told nothing, and is not heard for 30 days; his request can still be answered.
         */
        put: operations["answerRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push-subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say where this device is reached when nobody is there
         * @description Takes the place of what the device said before. It holds until the device signs out, says otherwise, or is not renewed for 30 days. An account has at most 20 such devices; the oldest makes room. 404 when this installation has no web push.
         */
        put: operations["putPushSubscription"];
        post?: never;
        /**
         * Call this device no more
         * @description Also when it was not called before.
         */
        delete: operations["deletePushSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's chat requests that wait, newest first
         * @description Those received, unless others are asked for; without a limit 50 at a time.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open sessions of the caller */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere, here too */
        delete: operations["endAllSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session, on all instances and with its socket */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        /**
         * Name the device of a session
         * @description The name stays when the device signs in again and calls itself otherwise.
         */
        patch: operations["changeSession"];
        trace?: never;
    };
    "/api/socket-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A ticket for the first frame of a socket
         * @description Good once, for 30 seconds, on any instance.
         */
        post: operations["createSocketTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What comes after the cursors, without a socket
         * @description For proxies that let no socket through, for bots and for tests: the same streams by the same rules. Answers at once when there is something after the cursors, else when something comes or the wait is over. Store what came, raise the cursors, and ask again. A session has two such requests at a time; one more ends the oldest with what there is.
         */
        post: operations["sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tips that the caller has given and received
         * @description Newest first; without a limit 50 at a time.
         */
        get: operations["listTips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tips/{tip}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A tip that the caller gives or receives
         * @description As it is now, with every block; the conversation is not told of each.
         */
        get: operations["getTip"];
        put?: never;
        post?: never;
        /**
         * Take a tip back that was not paid
         * @description What a transaction was claimed for is on the chain, where nobody takes it back.
         */
        delete: operations["cancelTip"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tips/{tip}/transaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which transaction pays a tip
         * @description With the 'hash' of one that the wallet has sent, or with one that is signed and to be sent ('raw'). It is a claim: the server compares what a node says with what was promised, and refuses what does not pay. Harmless to repeat.
         */
        post: operations["claimTip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people whose user names begin so, without the caller
         * @description The same as /people. There is no list of everybody.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody, by user name or id */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallets/{address}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a wallet is called
         * @description The name below .eth that the wallet calls itself by, if that name stands for this wallet, and is written as names are compared. To be shown beside the address, and never in its place. It may be ten minutes old.
         */
        get: operations["getWalletName"];
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
        /** @description The caller's own account. */
        Account: {
            /** Format: uuid */
            id: string;
            /** @example ada */
            username: string;
            /** @description Addresses with the checksum of ERC-55. */
            wallets: string[];
            /**
             * Format: date-time
             * @description When the account is erased unless its e-mail address is verified before. Absent when the account is active; until then most operations answer with email-unverified.
             */
            newcomerUntil?: string;
        };
        /** @description The account was deleted. */
        AccountDeleted: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:account-deleted";
            /** @constant */
            title?: "The account was deleted";
            /** @constant */
            status?: 410;
        };
        /** @description The consent to delete the caller's account. */
        AccountDeletion: {
            /**
             * @description The caller's own user name, in any case.
             * @example ada
             */
            username: string;
        };
        /** @description The e-mail addresses of the caller's own account: what is absent is not there. */
        AccountEmail: {
            verified?: components["schemas"]["VerifiedEmail"];
            waiting?: components["schemas"]["WaitingEmail"];
        };
        /** @description The key of the caller's account, with the ways to it. */
        AccountKey: {
            /** @description The public half: 32 bytes of Ed25519, in base64url. */
            key: string;
            /**
             * Format: date-time
             * @description When it was registered.
             */
            since: string;
            /** @description How a new browser gets to it: the oldest first. */
            methods: components["schemas"]["RecoveryMethod"][];
        };
        /** @description This is not the key of the account now. */
        AccountKeyChanged: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:account-key-changed";
            /** @constant */
            title?: "This is not the key of the account now";
            /** @constant */
            status?: 409;
        };
        /** @description The account has another key. */
        AccountKeyExists: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:account-key-exists";
            /** @constant */
            title?: "The account has another key";
            /** @constant */
            status?: 409;
        };
        /** @description What the caller chose for the account. */
        AccountSettings: {
            /**
             * @description Who is told what the caller has read; who hides it is told of nobody.
             * @enum {string}
             */
            readReceipts: "everyone" | "nobody";
            /**
             * @description Who is told whether the caller is there and when he last was; who hides it is told of nobody.
             * @enum {string}
             */
            lastSeen: "everyone" | "nobody";
            /** @description Whether others find the caller without knowing the whole user name: by its beginning, by interests, name or text. */
            discoverable: boolean;
            /**
             * @description Who finds the caller by his verified e-mail address.
             * @enum {string}
             */
            foundByEmail: "everyone" | "nobody";
            /**
             * @description Who finds the caller by the address of his wallet.
             * @enum {string}
             */
            foundByWallet: "everyone" | "nobody";
            /**
             * @description Who finds the caller by his whole user name.
             * @enum {string}
             */
            foundByUsername: "everyone" | "nobody";
            /**
             * @description Who may ask the caller to talk: everyone, who shares a contact, a group or an interest with him, who shares a contact, or nobody.
             * @enum {string}
             */
            requestsFrom: "everyone" | "shared" | "contacts-of-contacts" | "nobody";
        };
        /** @description New choices; what is absent stays as it is. */
        AccountSettingsChange: {
            /** @enum {string} */
            readReceipts?: "everyone" | "nobody";
            /** @enum {string} */
            lastSeen?: "everyone" | "nobody";
            discoverable?: boolean;
            /** @enum {string} */
            foundByEmail?: "everyone" | "nobody";
            /** @enum {string} */
            foundByWallet?: "everyone" | "nobody";
            /** @enum {string} */
            foundByUsername?: "everyone" | "nobody";
            /** @enum {string} */
            requestsFrom?: "everyone" | "shared" | "contacts-of-contacts" | "nobody";
        };
        /** @description The wish for an interest that the catalogue does not have. */
        AddInterest: {
            /** @example Lock picking */
            name: string;
            /**
             * @description The id of a category.
             * @example games
             */
            category: string;
        };
        /** @description People for a group. */
        AddMembers: {
            accounts: string[];
        };
        /** @description Somebody for a group. */
        AddNamedMember: {
            /**
             * @description A user name or the id of an account.
             * @example ada
             */
            member: string;
        };
        /** @description Who came into a group. */
        AddedMembers: {
            /** @description Those who were not members before. */
            added: string[];
        };
        /** @description The message was sent already. */
        AlreadySent: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:already-sent";
            /** @constant */
            title?: "The message was sent already";
            /** @constant */
            status?: 409;
        };
        /** @description The wish to talk to somebody. */
        AskToTalk: {
            /**
             * @description What the other reads with it.
             * @example We met at the concert.
             */
            note?: string;
            /**
             * @description The kind of the conversation that accepting opens; sealed when it is not said.
             * @enum {string}
             */
            kind?: "sealed" | "e2ee";
        };
        /** @description Parts of the file are missing. */
        AttachmentIncomplete: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:attachment-incomplete";
            /** @constant */
            title?: "Parts of the file are missing";
            /** @constant */
            status?: 409;
            /** @description The first part that is missing. */
            part: number;
        };
        /** @description There is another file of this name. */
        AttachmentTaken: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:attachment-taken";
            /** @constant */
            title?: "There is another file of this name";
            /** @constant */
            status?: 409;
        };
        /** @description The file is too large. */
        AttachmentTooLarge: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:attachment-too-large";
            /** @constant */
            title?: "The file is too large";
            /** @constant */
            status?: 413;
            /**
             * Format: int64
             * @description Bytes of the largest file.
             */
            maxBytes: number;
        };
        /** @description What an entry says, sealed. */
        BackupEntry: {
            /** Format: int64 */
            seq: number;
            /** @description In base64url. */
            sealed: string;
        };
        /** @description A part of the backup of a conversation. */
        BackupPage: {
            /** @description In the order of the log. */
            entries: components["schemas"]["BackupEntry"][];
            /** @description Whether there is more in the range. */
            more: boolean;
        };
        /** @description Those who are kept out of a group, in the order of ids. */
        Bans: {
            items: components["schemas"]["Person"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description A file that is about to be uploaded. */
        BeginUpload: {
            /**
             * Format: int64
             * @description Bytes of the ciphertext.
             */
            size: number;
        };
        /** @description A wallet that vouches for the key of the account. */
        BindWallet: {
            /** @description The account's key. */
            key: string;
            address: string;
            /**
             * Format: int64
             * @description Where its contract is, when it is one.
             */
            chain: number;
            signature: string;
        };
        /** @description Somebody whom the caller blocks. */
        BlockedPerson: {
            /** Format: uuid */
            id: string;
            /** @example ada */
            username: string;
            /** Format: date-time */
            blockedAt: string;
        };
        /** @description People whom the caller blocks, in the order of ids. */
        Blocks: {
            items: components["schemas"]["BlockedPerson"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description Lengths in characters, sizes in bytes of UTF-8. */
        Bounds: {
            /** Format: int32 */
            usernameMin: number;
            /** Format: int32 */
            usernameMax: number;
            /** Format: int32 */
            passwordMin: number;
            /** Format: int32 */
            passwordMax: number;
            /** Format: int32 */
            bodyBytes: number;
            /** Format: int32 */
            frameBytes: number;
            /**
             * Format: int64
             * @description Bytes of the largest file that goes with a message.
             */
            fileBytes: number;
            /**
             * Format: int32
             * @description Files that go with one message.
             */
            files: number;
        };
        /** @description The budget of this installation is used up. */
        BudgetExhausted: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:budget-exhausted";
            /** @constant */
            title?: "The budget of this installation is used up";
            /** @constant */
            status?: 503;
            /** @description When to come back, in milliseconds; earlier when somebody makes room. */
            afterMs: number;
            /**
             * @description What is used up.
             * @enum {string}
             */
            budget: "rpc" | "mail" | "storage";
        };
        /** @description A chain a wallet may sign in from. */
        Chain: {
            /**
             * Format: int64
             * @description EIP-155 chain id.
             * @example 1
             */
            id: number;
            /** @example Ethereum */
            name: string;
        };
        /** @description What is to change of a group; what is absent stays as it is. */
        ChangeGroup: {
            name?: string;
            description?: string;
            settings?: components["schemas"]["GroupSettingsChange"];
        };
        /** @description A page of chat requests, newest first. */
        ChatRequests: {
            items: components["schemas"]["Contact"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description The interests that the caller wants to have instead of those he has. */
        ChooseInterests: {
            /** @description Ids; none to have none. */
            interests: number[];
        };
        /** @description Where one's tips are to go. */
        ChooseTipWallet: {
            /** @description One of the linked wallets, with the checksum of ERC-55. */
            address: string;
        };
        /** @description Whose devices are to be added to the group. */
        ClaimKeyPackages: {
            /** @description Accounts of members. */
            people: string[];
        };
        /** @description Which transaction pays a tip: one of the two. */
        ClaimTip: {
            /** @description Of a transaction that the wallet has sent. */
            hash?: string;
            /** @description A signed transaction that is to be sent. */
            raw?: string;
            /** @description With 'hash': the wallet that has sent it, and 'nonce'. Only by both another transaction in its place is found where no node of the server has seen it. */
            from?: string;
            /**
             * Format: int64
             * @description With 'from': the place of the transaction in the order of its sender.
             */
            nonce?: number;
        };
        /** @description The KeyPackage of a device. */
        ClaimedKeyPackage: {
            /** Format: uuid */
            account: string;
            /** Format: uuid */
            device: string;
            /** @description MLSMessage, in base64url. */
            keyPackage: string;
        };
        /** @description One for every device that had any. */
        ClaimedKeyPackages: {
            items: components["schemas"]["ClaimedKeyPackage"][];
        };
        /** @description The invite code is no longer good. */
        CodeOver: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:code-over";
            /** @constant */
            title?: "The invite code is no longer good";
            /** @constant */
            status?: 404;
        };
        /** @description The commit is not valid. */
        CommitInvalid: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:commit-invalid";
            /** @constant */
            title?: "The commit is not valid";
            /** @constant */
            status?: 422;
        };
        /** @description A commit that is in the log, as entry mls.commit. */
        Committed: {
            /**
             * Format: int64
             * @description The epoch that follows.
             */
            epoch: number;
            /**
             * Format: int64
             * @description Its number in the conversation.
             */
            seq: number;
            /** Format: date-time */
            at: string;
        };
        /** @description What a client must know before anybody signs in. */
        Configuration: {
            chains: components["schemas"]["Chain"][];
            limits: components["schemas"]["Bounds"];
            /**
             * Format: int32
             * @description Bytes of each part of a file but the last, where parts go past Parley by signed requests. Absent where they go through it.
             */
            directPartBytes?: number;
            /** @description The key that browsers subscribe to web push with (VAPID, RFC 8292): a point on P-256, base64url. Absent when there is no web push here. */
            pushKey?: string;
            /**
             * @description Whether accounts have e-mail addresses here: not at all, when they like, or always.
             * @enum {string}
             */
            email: "off" | "optional" | "required";
            /** @description How a page reaches wallets on other devices, by the WalletConnect network. Absent when it cannot. */
            walletConnect?: components["schemas"]["WalletRelay"];
            /** @description With whom people may sign in, too, in the order of their buttons. */
            issuers: components["schemas"]["Issuer"][];
        };
        /** @description How somebody stands to the caller. */
        Contact: {
            person: components["schemas"]["PersonCard"];
            /**
             * @description A request that the caller has sent or received and that waits, also one that he chose not to answer; declined while he may not ask again.
             * @enum {string}
             */
            standing: "none" | "sent" | "received" | "ignored" | "declined" | "contact";
            /**
             * @description What speaks for the person.
             * @enum {string}
             */
            tier: "contact" | "contact-of-contact" | "shared-group" | "shared-interests" | "unknown";
            /** @description What was written with the request that waits. */
            note?: string;
            /**
             * Format: date-time
             * @description When the request that waits was sent.
             */
            askedAt?: string;
            /**
             * Format: date-time
             * @description When a declined caller may ask again.
             */
            again?: string;
            /**
             * Format: uuid
             * @description The conversation of the two.
             */
            conversation?: string;
        };
        /** @description The caller's invite code. */
        ContactCode: {
            /** @description 43 characters of base64url; absent when there is none. */
            code?: string;
        };
        /** @description The request is too large. */
        ContentTooLarge: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:content-too-large";
            /** @constant */
            title?: "The request is too large";
            /** @constant */
            status?: 413;
            /** @description How many bytes are allowed. */
            limit?: number;
        };
        /** @description A conversation of the caller. */
        Conversation: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "sealed" | "e2ee";
            /** @enum {string} */
            type: "direct" | "group";
            /** Format: date-time */
            createdAt: string;
            /** @description Both of a direct conversation; empty for a group, whose members have a list of their own. */
            members: components["schemas"]["Member"][];
            /**
             * Format: int64
             * @description The first entry that the caller may read.
             */
            joinedSeq: number;
            /**
             * Format: int64
             * @description The last entry that the caller may read; absent while he is a member.
             */
            leftSeq?: number;
            /**
             * @description Of a group; when the caller has left it, its name at that time.
             * @example Sunday walks
             */
            name?: string;
            /** @description Of a group, for its members. */
            description?: string;
            /**
             * Format: uuid
             * @description Of a group that has one, for its members: the id that its picture has got.
             */
            picture?: string;
            /**
             * Format: int32
             * @description Of a group, for its members.
             */
            memberCount?: number;
            /**
             * @description The caller's, in a group.
             * @enum {string}
             */
            role?: "member" | "admin" | "owner";
            /** @description Of a group, for its members. */
            settings?: components["schemas"]["GroupSettings"];
            /**
             * Format: int64
             * @description The number of the newest entry; when the caller has left, of the last one for him.
             */
            head: number;
            /** @description One for each member who came anywhere. Of a group with more than 50 members only the caller's own. */
            watermarks: components["schemas"]["Watermark"][];
            /** @description Of the other of a direct conversation; absent when nothing may be told. */
            presence?: components["schemas"]["Presence"];
            /**
             * @description About which messages the caller wants to be told: every one, those that name the caller, or none.
             * @enum {string}
             */
            notifications: "all" | "mentions" | "none";
            /**
             * Format: date-time
             * @description Until then about nothing; absent when not muted.
             */
            mutedUntil?: string;
        };
        /** @description What the caller wants to be told of a conversation, on all own devices. */
        ConversationSettings: {
            /**
             * @description About every message, about those that name the caller, or about none.
             * @enum {string}
             */
            notifications: "all" | "mentions" | "none";
            /**
             * Format: date-time
             * @description Until then about nothing; absent when not muted.
             */
            mutedUntil?: string;
        };
        /** @description What the caller wants to be told of a conversation; what is absent stays. */
        ConversationSettingsChange: {
            /** @enum {string} */
            notifications?: "all" | "mentions" | "none";
            /**
             * Format: date-time
             * @description Until then about nothing (RFC 3339, UTC); a time that has passed ends it.
             */
            mutedUntil?: string;
        };
        /** @description A page of conversations, newest first. */
        Conversations: {
            items: components["schemas"]["Conversation"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description The wish for a group. */
        CreateGroup: {
            /** @example Sunday walks */
            name: string;
            description?: string;
            /** @enum {string} */
            kind: "sealed" | "e2ee";
            /** @description The accounts of the others, possibly none. */
            members: string[];
            settings?: components["schemas"]["GroupSettingsChange"];
        };
        /** @description The wish for a way into a group. */
        CreateInviteLink: {
            /**
             * Format: int32
             * @description Seconds that it is good; absent for no end.
             */
            expiresIn?: number;
            /**
             * Format: int32
             * @description How many people may use it; absent for any number.
             */
            quota?: number;
        };
        /** @description The wish for a group of people who are named. */
        CreateNamedGroup: {
            /** @example Sunday walks */
            name: string;
            description?: string;
            /** @description User names or ids of the others, possibly none. */
            members: string[];
            settings?: components["schemas"]["GroupSettingsChange"];
        };
        /** @description A way to sign in, never with its secret. */
        Credential: {
            /** @enum {string} */
            kind: "password" | "wallet" | "passkey" | "oidc";
            /** @description Of a wallet: with the checksum of ERC-55. */
            address?: string;
            /**
             * Format: uuid
             * @description Of a passkey, and of a sign-in with an issuer.
             */
            id?: string;
            /** @description Of a passkey: what the person calls it. Of a sign-in with an issuer: what people know the issuer by. */
            name?: string;
            /** @description Of a sign-in with an issuer: the issuer's name; absent when nobody signs in with it here any more. */
            issuer?: string;
            /**
             * Format: date-time
             * @description When it was linked or made, or the password was last set.
             */
            since: string;
            /**
             * Format: date-time
             * @description Of a passkey, or a sign-in with an issuer, that was used.
             */
            lastUsedAt?: string;
        };
        /** @description The ways to sign in to the caller's account. */
        Credentials: {
            items: components["schemas"]["Credential"][];
        };
        /** @description What a client says of its device. */
        Device: {
            /**
             * Format: uuid
             * @description The id it was given at an earlier sign-in.
             */
            id?: string;
            /** @description What the person calls it. */
            name?: string;
        };
        /** @description The key with which a device signs. */
        DeviceKey: {
            /** @description The 32 bytes of a public key of Ed25519, in base64url. */
            signatureKey: string;
        };
        /** @description This device has no key yet. */
        DeviceKeyNeeded: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:device-key-needed";
            /** @constant */
            title?: "This device has no key yet";
            /** @constant */
            status?: 409;
        };
        /** @description That a device signs with its key. */
        DeviceStatement: {
            /** @description The key of the account that has signed, in base64url. */
            accountKey: string;
            /**
             * Format: int64
             * @description When, in milliseconds since 1970, as it was signed.
             */
            at: number;
            /** @description 64 bytes of Ed25519, in base64url. */
            signature: string;
        };
        /** @description An e-mail address. */
        EmailAddress: {
            /**
             * @description ASCII, without quotes and comments; a domain in another script in its form xn--.
             * @example ada@example.org
             */
            email: string;
        };
        /** @description The link is no longer good. */
        EmailLinkRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:email-link-refused";
            /** @constant */
            title?: "The link is no longer good";
            /** @constant */
            status?: 410;
            /**
             * @description Why the link is not good.
             * @enum {string}
             */
            reason: "used" | "expired" | "superseded" | "unknown";
        };
        /** @description An e-mail address is required. */
        EmailRequired: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:email-required";
            /** @constant */
            title?: "An e-mail address is required";
            /** @constant */
            status?: 409;
        };
        /** @description The address belongs to another account. */
        EmailTaken: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:email-taken";
            /** @constant */
            title?: "The address belongs to another account";
            /** @constant */
            status?: 409;
        };
        /** @description The token of a link that verifies an address. */
        EmailToken: {
            /** @description What stands behind the # of the link. */
            token: string;
        };
        /** @description Verify your e-mail address first. */
        EmailUnverified: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:email-unverified";
            /** @constant */
            title?: "Verify your e-mail address first";
            /** @constant */
            status?: 403;
        };
        /** @description A text that was encrypted here, for one account. */
        EncryptedText: {
            /** @description base64url. */
            encryptedMessage: string;
        };
        /** @description A page of a conversation's log, in order of seq. */
        Entries: {
            entries: components["schemas"]["Entry"][];
            /** @description Whether the log goes on in the direction that was asked for. */
            more: boolean;
        };
        /** @description An entry of the log. The body is absent once it was erased, which happens by itself at expiresAt; device and cid are shown only to the device that sent it. The body of the kind 'tip' is a Tip as JSON text. */
        Entry: {
            stream: components["schemas"]["Stream"];
            seq: components["schemas"]["Seq"];
            kind: components["schemas"]["Kind"];
            at: components["schemas"]["Time"];
            by?: components["schemas"]["Id"];
            device?: components["schemas"]["Id"];
            cid?: components["schemas"]["Id"];
            hash: components["schemas"]["Hash"];
            expiresAt?: components["schemas"]["Time"];
            body?: string;
        };
        /** @description Somebody else has committed first. */
        EpochConflict: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:epoch-conflict";
            /** @constant */
            title?: "Somebody else has committed first";
            /** @constant */
            status?: 409;
            /**
             * Format: int64
             * @description The epoch that the group is in.
             */
            epoch: number;
        };
        /** @description You may not do this. */
        Forbidden: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:forbidden";
            /** @constant */
            title?: "You may not do this";
            /** @constant */
            status?: 403;
        };
        /** @description What a wallet of the payer had a moment ago. */
        Funds: {
            wallet: string;
            /** @description Of the chain's currency, in the smallest units. */
            currency: string;
            /** @description Of what is to be given, in the smallest units. */
            asset: string;
        };
        /** @description An honest hole in a stream. */
        Gap: {
            stream: string;
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
            /** @enum {string} */
            why: "retention" | "joined-later";
        };
        /** @description An invite code that somebody has given to the caller. */
        GivenCode: {
            code: string;
        };
        /** @description A group of the caller; it is a conversation like others. */
        Group: {
            /**
             * Format: uuid
             * @description Also the id of the conversation.
             */
            groupId: string;
            /**
             * @description When the caller has left it, its name at that time.
             * @example Sunday walks
             */
            name?: string;
            /** @description For members. */
            description?: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Whether the caller is a member now. */
            member: boolean;
            /**
             * @description The caller's, while he is a member.
             * @enum {string}
             */
            role?: "member" | "admin" | "owner";
            /**
             * Format: int32
             * @description For members.
             */
            memberCount?: number;
            /** @description For members. */
            settings?: components["schemas"]["GroupSettings"];
            /**
             * Format: int64
             * @description The seq of the newest entry the caller may read.
             */
            head: number;
        };
        /** @description The epoch of a group, and what joining it needs. */
        GroupEpoch: {
            /** Format: int64 */
            epoch: number;
            /** @description MLSMessage with the tree, in base64url. */
            groupInfo: string;
        };
        /** @description The group is full. */
        GroupFull: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:group-full";
            /** @constant */
            title?: "The group is full";
            /** @constant */
            status?: 409;
        };
        /** @description Whether everybody may find a group, and by what. */
        GroupListing: {
            listed: boolean;
            /** @description What it is about. */
            interests: components["schemas"]["Interest"][];
        };
        /** @description A member with the role that he has. */
        GroupMember: {
            /** Format: uuid */
            id: string;
            /**
             * @description Absent when the account is no more.
             * @example ada
             */
            username?: string;
            /** @enum {string} */
            role: "member" | "admin" | "owner";
            /**
             * Format: int64
             * @description The first entry that the member may read.
             */
            joinedSeq: number;
        };
        /** @description A page of members, in the order of their ids. */
        GroupMembers: {
            items: components["schemas"]["GroupMember"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description The rules of a group. */
        GroupSettings: {
            /**
             * @description Who may write messages.
             * @enum {string}
             */
            posting: "members" | "admins";
            /**
             * @description Who may add people and make invite links.
             * @enum {string}
             */
            inviting: "members" | "admins";
            /**
             * @description Who may pin messages.
             * @enum {string}
             */
            pinning: "members" | "admins";
            /**
             * @description Who may change name, description and picture.
             * @enum {string}
             */
            editing: "members" | "admins";
            /** @description Whether joining by an invite link needs the word of an admin. */
            approval: boolean;
            /**
             * Format: int32
             * @description Seconds that new messages live by default; 0 for ever.
             */
            disappearing: number;
        };
        /** @description Some of the rules of a group; what is absent stays as it is. */
        GroupSettingsChange: {
            /**
             * @description Who may write messages.
             * @enum {string}
             */
            posting?: "members" | "admins";
            /**
             * @description Who may add people and make invite links.
             * @enum {string}
             */
            inviting?: "members" | "admins";
            /**
             * @description Who may pin messages.
             * @enum {string}
             */
            pinning?: "members" | "admins";
            /**
             * @description Who may change name, description and picture.
             * @enum {string}
             */
            editing?: "members" | "admins";
            /** @description Whether joining by an invite link needs the word of an admin. */
            approval?: boolean;
            /**
             * Format: int32
             * @description Seconds that new messages live by default: 5 to 31,536,000, or 0 for ever.
             */
            disappearing?: number;
        };
        /** @description A page of groups, newest first. It may hold fewer than the limit, since other conversations are left out, and go on nevertheless. */
        Groups: {
            items: components["schemas"]["Group"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description A page of groups that were found, best first. */
        GroupsFound: {
            items: components["schemas"]["ListedGroup"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description SHA-256 in base64url, the link of the stream's hash chain. */
        Hash: string;
        /** @description Messages to hide from oneself. */
        HideMessages: {
            /** @description The numbers of the entries, each once. */
            seqs: number[];
        };
        /** @description A UUID in lower case. */
        Id: string;
        /** @description A user name for an identity at an issuer. */
        IdentityRegistration: {
            /** @description The proof from the problem identity-unregistered. */
            registration: string;
            /**
             * @description Letters a-z, digits, dots, underscores, hyphens; kept in lower case.
             * @example ada
             */
            username: string;
            /**
             * @description An e-mail address: a mail with a link goes there, which verifies it.
             * @example ada@example.org
             */
            email?: string;
            device?: components["schemas"]["Device"];
            tokenDelivery?: components["schemas"]["TokenDelivery"];
        };
        /** @description The proof of the sign-in is no longer good. */
        IdentityRegistrationRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:identity-registration-refused";
            /** @constant */
            title?: "The proof of the sign-in is no longer good";
            /** @constant */
            status?: 401;
            /** @description The page of the web app where a person signs in. */
            signIn: string;
        };
        /** @description This sign-in belongs to another account. */
        IdentityTaken: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:identity-taken";
            /** @constant */
            title?: "This sign-in belongs to another account";
            /** @constant */
            status?: 409;
        };
        /** @description This sign-in has no account yet. */
        IdentityUnregistered: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:identity-unregistered";
            /** @constant */
            title?: "This sign-in has no account yet";
            /** @constant */
            status?: 403;
            /** @description The proof that registers an account for this identity; good once. */
            registration: string;
            registrationExpiresAt: components["schemas"]["Time"];
            /** @description What the person may want to be called, as far as the issuer says. */
            username?: string;
            /** @description The verified address that the account begins with; without it the person may give one. */
            email?: string;
        };
        /** @description Something that people care about. */
        Interest: {
            /** Format: int32 */
            id: number;
            /** @example Chess */
            name: string;
            /**
             * @description The id of its category.
             * @example games
             */
            category: string;
            /** @description True while it waits for moderation: nobody but the caller sees it. Absent otherwise. */
            pending?: boolean;
        };
        /** @description What one can be interested in. */
        InterestCatalogue: {
            categories: components["schemas"]["InterestCategory"][];
        };
        /** @description Interests of one kind. */
        InterestCategory: {
            /** @example games */
            id: string;
            /** @example Games */
            name: string;
            /** @description By name. */
            interests: components["schemas"]["Interest"][];
        };
        /** @description Something went wrong on our side. */
        Internal: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:internal";
            /** @constant */
            title?: "Something went wrong on our side";
            /** @constant */
            status?: 500;
        };
        /** @description The request is not valid. */
        InvalidInput: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:invalid-input";
            /** @constant */
            title?: "The request is not valid";
            /** @constant */
            status?: 400;
            /** @description What is wrong where. */
            errors?: {
                /** @description The place, a JSON pointer (RFC 6901); for a query parameter its name. */
                pointer: string;
                detail: string;
            }[];
        };
        /** @description What one would join. */
        Invitation: {
            /**
             * Format: uuid
             * @description The conversation that it is.
             */
            id: string;
            /** @example Sunday walks */
            name: string;
            description: string;
            /** Format: int32 */
            memberCount: number;
            /** @description Whether an admin has to let one in. */
            approval: boolean;
            /**
             * @description What the caller is to the group already.
             * @enum {string}
             */
            standing: "stranger" | "requested" | "member";
        };
        /** @description The invitation is over. */
        InvitationOver: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:invitation-over";
            /** @constant */
            title?: "The invitation is over";
            /** @constant */
            status?: 404;
        };
        /** @description What opens a group. */
        InvitationToken: {
            /** @description The token of an invite link. It stands in bodies only: addresses end up in logs. */
            token: string;
        };
        /** @description A way into a group. */
        InviteLink: {
            /** Format: uuid */
            id: string;
            /** @description What opens the group; only in the answer that made it. */
            token?: string;
            /**
             * Format: uuid
             * @description The account of its maker; it is good while he may invite.
             */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Absent for no end.
             */
            expiresAt?: string;
            /**
             * Format: int32
             * @description How many people may use it; absent for any number.
             */
            quota?: number;
            /**
             * Format: int32
             * @description How many joined by it, or asked to.
             */
            uses: number;
        };
        /** @description The ways into a group, newest first. */
        InviteLinks: {
            items: components["schemas"]["InviteLink"][];
        };
        /** @description An issuer of OpenID Connect that people may sign in with. */
        Issuer: {
            /**
             * @description By which it is named in requests.
             * @example company
             */
            name: string;
            /**
             * @description What people know it by.
             * @example Company ID
             */
            label: string;
        };
        /** @description With what an issuer sent the browser back. */
        IssuerAnswer: {
            /** @description The name of the issuer, from the path of the page of return. */
            issuer: string;
            code: string;
            state: string;
            /** @description When the issuer gives it (RFC 9207). */
            iss?: string;
        };
        /** @description The issuer's answer cannot be used. */
        IssuerFault: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:issuer-fault";
            /** @constant */
            title?: "The issuer's answer cannot be used";
            /** @constant */
            status?: 502;
        };
        /** @description Sign-in with an issuer. */
        IssuerSignIn: {
            answer: components["schemas"]["IssuerAnswer"];
            device?: components["schemas"]["Device"];
            tokenDelivery?: components["schemas"]["TokenDelivery"];
        };
        /** @description The sign-in with the issuer is not accepted. */
        IssuerSignInRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:issuer-sign-in-refused";
            /** @constant */
            title?: "The sign-in with the issuer is not accepted";
            /** @constant */
            status?: 401;
            /** @description The page of the web app where a person signs in. */
            signIn: string;
        };
        /** @description A visit to an issuer that begins. */
        IssuerVisit: {
            /**
             * Format: uri
             * @description Where the browser goes. It is sent back to /oidc/ and the name of the issuer, on the origin of the page that asked.
             */
            address: string;
            /**
             * Format: date-time
             * @description Until when it must be back.
             */
            expiresAt: string;
        };
        /** @description Which issuer a visit begins to. */
        IssuerVisitRequest: {
            /**
             * @description The name of the issuer.
             * @example company
             */
            issuer: string;
        };
        /** @description What is decided about a request to join. */
        JoinDecision: {
            /** @description Whether to let in. */
            accept: boolean;
        };
        /** @description Those who wait to be let in, in the order of ids. */
        JoinRequests: {
            items: components["schemas"]["Person"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description What came of joining. */
        Joined: {
            /**
             * @description Whether the caller is in, or an admin has to let him in.
             * @enum {string}
             */
            standing: "member" | "requested";
            /** @description The group, for its members. */
            conversation?: components["schemas"]["Conversation"];
        };
        /** @description What is added to a backup. */
        KeepBackup: {
            /** @description The account's key, under which it is sealed. */
            key: string;
            entries: components["schemas"]["BackupEntry"][];
        };
        /** @description A checkpoint of the log of keys. */
        KeyLogCheckpoint: {
            /** @description A signed note: origin, size, root hash in base64, signatures. */
            note: string;
            /** @description Who signs: verifier keys of signed notes, the oldest first. */
            keys: string[];
        };
        /** @description What the log of keys says of an account. */
        KeyLogEntries: {
            /** @description The oldest first. */
            entries: components["schemas"]["KeyLogEntry"][];
        };
        /** @description What a leaf of the log stands for. */
        KeyLogEntry: {
            /**
             * Format: int64
             * @description The place of its leaf; absent for some seconds.
             */
            place?: number;
            /** @description 32 bytes, in base64url. */
            salt: string;
            /** @description Lines: 'Parley key log 1', what it is, the account, and what is said. account-key: the key, the milliseconds. device: the device, its key, the account's key, the milliseconds, the signature. device-gone: the device, its key, the milliseconds. wallet: the address, the account's key, the milliseconds, chain, signature. wallet-gone: the address, the milliseconds. */
            content: string;
        };
        /** @description A proof about the log of keys. */
        KeyLogProof: {
            /** @description In the order of RFC 9162; 32 bytes each, in base64url. */
            hashes: string[];
        };
        /** @description A KeyPackage is not valid. */
        KeyPackageInvalid: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:key-package-invalid";
            /** @constant */
            title?: "A KeyPackage is not valid";
            /** @constant */
            status?: 422;
            /** @description What is wrong where. */
            errors: {
                /** @description The place, a JSON pointer (RFC 6901). */
                pointer: string;
                detail: string;
            }[];
        };
        Kind: string;
        /** @description A commit that is too large for its entry in the log. */
        LargeCommit: {
            /** @description MLSMessage with a PublicMessage, in base64url. */
            commit: string;
        };
        /** @description This is the only way to sign in. */
        LastCredential: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:last-credential";
            /** @constant */
            title?: "This is the only way to sign in";
            /** @constant */
            status?: 409;
        };
        /** @description A group has an owner. */
        LastOwner: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:last-owner";
            /** @constant */
            title?: "A group has an owner";
            /** @constant */
            status?: 409;
        };
        /** @description What a group is about that everybody may find from now on. */
        ListGroup: {
            /** @description Ids; none to have none. */
            interests: number[];
        };
        /** @description A group that everybody may find. */
        ListedGroup: {
            group: components["schemas"]["Invitation"];
            /** @description What it is about. */
            interests: components["schemas"]["Interest"][];
        };
        /** @description Whom to look up. */
        LookUp: {
            /**
             * @description A user name, an e-mail address, or the address of a wallet, whose checksum must be right when its digits are in both cases.
             * @example ada@example.org
             */
            query: string;
        };
        /** @description Nobody can be called so. */
        LookUpRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:look-up-refused";
            /** @constant */
            title?: "Nobody can be called so";
            /** @constant */
            status?: 400;
            /**
             * @description What is wrong with it.
             * @enum {string}
             */
            reason: "wallet-checksum" | "wallet-form" | "name-form" | "name-service" | "email-form" | "username-form";
        };
        /** @description A commit, and what belongs to it. */
        MakeCommit: {
            /**
             * Format: int64
             * @description The epoch in which it was made; 0 for the first of a group.
             */
            epoch: number;
            /** @description MLSMessage with a PublicMessage, in base64url. */
            commit: string;
            /** @description MLSMessage with the GroupInfo of the epoch that follows, in base64url, with the tree and the key for external commits. */
            groupInfo: string;
            /** @description For the devices that it adds. */
            welcomes: components["schemas"]["WelcomeForDevices"][];
        };
        /** @description A tip that somebody promises. */
        MakeTip: {
            /**
             * Format: uuid
             * @description The account that is to have it.
             */
            recipient: string;
            /**
             * Format: int64
             * @description The id of the chain.
             */
            chain: number;
            /** @description The contract of a token of the chain; absent for its currency. */
            token?: string;
            /** @description In the smallest units: 1 to 2^256 - 1, without a leading zero. */
            amount: string;
            /**
             * Format: int64
             * @description The entry of the conversation that asks for it; absent when none does. One payment of the caller at a time.
             */
            request?: number;
        };
        /** @description How far the members of a conversation have come. */
        Marks: {
            /** Format: uuid */
            conversation: string;
            list: components["schemas"]["Watermark"][];
        };
        /** @description A member of a conversation. */
        Member: {
            /** Format: uuid */
            id: string;
            /**
             * @description Absent when the account is no more.
             * @example ada
             */
            username?: string;
            /**
             * Format: int64
             * @description The first entry that the member may read.
             */
            joinedSeq: number;
        };
        /** @description The key of a member's account. */
        MemberAccount: {
            /** Format: uuid */
            account: string;
            /** @description 32 bytes of Ed25519, in base64url. */
            key: string;
            /** Format: date-time */
            since: string;
            /** @description The wallet that vouches for the key; absent when none does. */
            wallet?: components["schemas"]["VouchingWallet"];
        };
        /** @description A device, and the key that its leaf has. */
        MemberDevice: {
            /** Format: uuid */
            account: string;
            /** Format: uuid */
            device: string;
            /** @description 32 bytes of Ed25519, in base64url. */
            signatureKey: string;
            /** @description What the caller calls it, when it is his own. */
            name?: string;
            /** @description What its account says of it; absent while it says nothing. */
            statement?: components["schemas"]["DeviceStatement"];
        };
        /** @description Devices of a conversation, in the order of their ids. */
        MemberDevices: {
            items: components["schemas"]["MemberDevice"][];
            /** @description Whose devices they are, as far as these accounts have keys. */
            accounts: components["schemas"]["MemberAccount"][];
            /** @description Where the next page begins; absent on the last. */
            next?: string;
        };
        /** @description Somebody who is named in the text. */
        Mention: {
            /** Format: uuid */
            account: string;
            /**
             * Format: int32
             * @description Where, in UTF-16 units.
             */
            from: number;
            /**
             * Format: int32
             * @description How long, in UTF-16 units.
             */
            length: number;
        };
        /** @description A message. Reactions, edits and pins are messages too, which name the one they are about; of several edits by its author the last one counts. */
        Message: {
            /** @description Names this message for ever. */
            messageId: string;
            /**
             * Format: uuid
             * @description Where it stands.
             */
            conversationId: string;
            /**
             * Format: int64
             * @description Its place in the conversation: the order of messages.
             */
            seq: number;
            /**
             * Format: uuid
             * @description Who wrote it; absent for a notice of the system.
             */
            senderId?: string;
            /**
             * Format: uuid
             * @description Whom it was written to; absent in a group.
             */
            recipientId?: string;
            /**
             * Format: uuid
             * @description The group; absent between two people.
             */
            groupId?: string;
            /**
             * @description What it is; 'unsupported' needs a newer client.
             * @enum {string}
             */
            type: "text" | "edit" | "reaction" | "pin" | "erased" | "unsupported";
            /** @description The text of a text or an edit, the emoji of a reaction. */
            content?: string;
            /**
             * Format: date-time
             * @description When it was stored; for display, since seq is the order.
             */
            timestamp: string;
            /**
             * Format: date-time
             * @description When it is erased; absent when it stays.
             */
            expiresAt?: string;
            metadata?: components["schemas"]["MessageMetadata"];
        };
        /** @description What a message says beside its text. */
        MessageMetadata: {
            /**
             * Format: int64
             * @description The seq of the message it answers.
             */
            replyTo?: number;
            /**
             * Format: int64
             * @description The seq of the message that it changes.
             */
            target?: number;
            /** @description Whether a reaction or a pin is set or taken back. */
            on?: boolean;
            mentions?: components["schemas"]["Mention"][];
            /** @description True when it was first written elsewhere. */
            forwarded?: boolean;
        };
        /** @description A page of messages, those of one conversation in order of seq. It may hold fewer than the limit, since other entries are left out, and go on nevertheless. */
        Messages: {
            items: components["schemas"]["Message"][];
            /** @description Continues the list in the same direction, as 'before' or 'after'; absent on the last page. */
            next?: string;
        };
        /** @description A passkey that an authenticator has made (WebAuthn). */
        NewPasskey: {
            /**
             * @description What the person calls it.
             * @example My phone
             */
            name: string;
            /** @description The attestation object; base64url. */
            attestationObject: string;
            /** @description The client data; base64url. */
            clientDataJson: string;
        };
        /** @description A password that the caller chooses. */
        NewPassword: {
            /**
             * @description Any characters but control characters.
             * @example four sober otters whistle
             */
            password: string;
        };
        /** @description Recovery codes, told this once. */
        NewRecoveryCodes: {
            /**
             * @example [
             *       "7Q2K-9ZXA-0M3C-VT5H"
             *     ]
             */
            codes: string[];
        };
        /** @description There is no such account. */
        NoSuchAccount: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:no-such-account";
            /** @constant */
            title?: "There is no such account";
            /** @constant */
            status?: 422;
            /** @description What is wrong where. */
            errors: {
                /** @description The place, a JSON pointer (RFC 6901); for a query parameter its name. */
                pointer: string;
                detail: string;
            }[];
        };
        /** @description The answer is not available in that form. */
        NotAcceptable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:not-acceptable";
            /** @constant */
            title?: "The answer is not available in that form";
            /** @constant */
            status?: 406;
        };
        /** @description This is no message of the encrypted conversation. */
        NotAnMlsMessage: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:not-an-mls-message";
            /** @constant */
            title?: "This is no message of the encrypted conversation";
            /** @constant */
            status?: 422;
        };
        /** @description There is nothing here. */
        NotFound: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:not-found";
            /** @constant */
            title?: "There is nothing here";
            /** @constant */
            status?: 404;
        };
        /** @description The message is somebody else's. */
        NotYourMessage: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:not-your-message";
            /** @constant */
            title?: "The message is somebody else's";
            /** @constant */
            status?: 403;
            /**
             * Format: int64
             * @description The message.
             */
            seq: number;
        };
        /** @description An object without members. */
        Nothing: Record<string, never>;
        /** @description The wish to talk to somebody. */
        OpenConversation: {
            /**
             * Format: uuid
             * @description The account of the other.
             */
            member: string;
            /** @enum {string} */
            kind: "sealed" | "e2ee";
        };
        /** @description The session that was opened or continued. */
        OpenSession: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The device, for the next sign-in.
             */
            deviceId: string;
            /**
             * Format: date-time
             * @description The absolute limit.
             */
            expiresAt: string;
        };
        /** @description You have used up what one person may. */
        OwnBudgetExhausted: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:own-budget-exhausted";
            /** @constant */
            title?: "You have used up what one person may";
            /** @constant */
            status?: 429;
            /** @description When to come back, in milliseconds; earlier when somebody makes room. */
            afterMs: number;
            /**
             * @description What is used up.
             * @enum {string}
             */
            budget: "rpc" | "mail" | "storage";
        };
        /** @description The caller's interests. */
        OwnInterests: {
            /** @description By name. */
            interests: components["schemas"]["Interest"][];
            /** @description Whether the caller has chosen, be it none: then he is asked no more. */
            asked: boolean;
        };
        /** @description The caller's picture. */
        OwnPicture: {
            /**
             * Format: uuid
             * @description Names the picture: another one has another name.
             */
            picture: string;
        };
        /** @description A part of a file that is about to be put. */
        PartSum: {
            /** @description SHA-256 of the part, base64url. */
            sha256: string;
        };
        /** @description What a passkey has signed (WebAuthn). */
        PasskeyAssertion: {
            /** @description The id of the passkey; base64url. */
            credential: string;
            /** @description What the authenticator says of itself; base64url. */
            authenticatorData: string;
            /** @description The client data; base64url. */
            clientDataJson: string;
            /** @description The signature; base64url. */
            signature: string;
            /** @description The account as the authenticator names it; base64url. */
            userHandle?: string;
        };
        /** @description What a passkey is asked to sign (WebAuthn). */
        PasskeyChallenge: {
            /** @description Good once, until expiresAt; base64url. */
            challenge: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * @description The host of the page.
             * @example chat.example.org
             */
            rpId: string;
            /** @description How authenticators name the account; base64url. Absent when it is not known whose passkey it will be. */
            user?: string;
            /** @description The account's passkeys by their ids; base64url. */
            credentials: string[];
        };
        /** @description The passkey is not accepted. */
        PasskeyRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:passkey-refused";
            /** @constant */
            title?: "The passkey is not accepted";
            /** @constant */
            status?: 401;
            /** @description The page of the web app where a person signs in. */
            signIn: string;
        };
        /** @description Sign-in with a passkey. */
        PasskeySignIn: {
            assertion: components["schemas"]["PasskeyAssertion"];
            device?: components["schemas"]["Device"];
            tokenDelivery?: components["schemas"]["TokenDelivery"];
        };
        /** @description This password is known to attackers. */
        PasswordBreached: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:password-breached";
            /** @constant */
            title?: "This password is known to attackers";
            /** @constant */
            status?: 422;
        };
        /** @description The password of the caller's account. */
        PasswordProof: {
            /**
             * @description Any characters but control characters.
             * @example four sober otters whistle
             */
            password: string;
        };
        /** @description What a new account with a password begins with. */
        PasswordRegistration: {
            /**
             * @description Letters a-z, digits, dots, underscores, hyphens; kept in lower case.
             * @example ada
             */
            username: string;
            /**
             * @description Any characters but control characters.
             * @example four sober otters whistle
             */
            password: string;
            /**
             * @description An e-mail address: a mail with a link goes there, which verifies it.
             * @example ada@example.org
             */
            email?: string;
            device?: components["schemas"]["Device"];
            tokenDelivery?: components["schemas"]["TokenDelivery"];
        };
        /** @description User name and password. */
        PasswordSignIn: {
            /**
             * @description Letters a-z, digits, dots, underscores, hyphens; kept in lower case.
             * @example ada
             */
            username: string;
            /**
             * @description Any characters but control characters.
             * @example four sober otters whistle
             */
            password: string;
            device?: components["schemas"]["Device"];
            tokenDelivery?: components["schemas"]["TokenDelivery"];
        };
        /** @description You need a wallet to give tips. */
        PayerWalletNeeded: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:payer-wallet-needed";
            /** @constant */
            title?: "You need a wallet to give tips";
            /** @constant */
            status?: 409;
        };
        /** @description A chain on which people pay. */
        PaymentChain: {
            /**
             * Format: int64
             * @description As EIP-155 has it.
             */
            id: number;
            name: string;
            currency: components["schemas"]["Token"];
            /** @description What may be given besides. */
            tokens: components["schemas"]["Token"][];
            /**
             * Format: int32
             * @description Blocks that make a payment final; absent when the chain says which are.
             */
            depth?: number;
            /**
             * Format: int64
             * @description Milliseconds between two blocks.
             */
            blockTime: number;
            /** @description Where a transaction is looked up, with {hash} in its place. */
            explorer?: string;
            /** @description Nodes for a wallet that does not know the chain. */
            nodes: string[];
            /** @description Whether it gives away what is worth nothing. */
            faucet: boolean;
        };
        /** @description The chains on which people pay here. */
        PaymentChains: {
            items: components["schemas"]["PaymentChain"][];
        };
        /** @description A page of people, by user name. */
        People: {
            items: components["schemas"]["Person"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description No messages can be sent here now. */
        PeopleApart: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:people-apart";
            /** @constant */
            title?: "No messages can be sent here now";
            /** @constant */
            status?: 409;
        };
        /** @description A page of people who were found, best first. */
        PeopleFound: {
            items: components["schemas"]["PersonCard"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description Somebody, as others see them. */
        Person: {
            /** Format: uuid */
            id: string;
            /** @example ada */
            username: string;
        };
        /** @description Somebody who was found, in short, with what the caller may see. */
        PersonCard: {
            /** Format: uuid */
            id: string;
            /** @example ada */
            username: string;
            displayName?: string;
            /** @enum {string} */
            ageBand?: "18-24" | "25-34" | "35-44" | "45-54" | "55-64" | "65+";
            /** @description What the two have in common. */
            sharedInterests: components["schemas"]["Interest"][];
            /**
             * Format: uuid
             * @description Names the picture: another one has another name.
             */
            picture?: string;
            /** @description Whether the two have a direct conversation. */
            conversation: boolean;
        };
        /** @description Somebody, with all that the caller may see. What is not told, and what is not shown to the caller, is absent alike. */
        PersonProfile: {
            /** Format: uuid */
            id: string;
            /** @example ada */
            username: string;
            displayName?: string;
            about?: string;
            /**
             * @description Absent below 18, too.
             * @enum {string}
             */
            ageBand?: "18-24" | "25-34" | "35-44" | "45-54" | "55-64" | "65+";
            gender?: string;
            links: string[];
            interests: components["schemas"]["Interest"][];
            /** @description Ids of those interests that the caller has, too. */
            sharedInterests: number[];
            /**
             * Format: uuid
             * @description Names the picture: another one has another name.
             */
            picture?: string;
            /** @description Whether the two have a direct conversation. */
            conversation: boolean;
            /** @description Absent unless the person shows one. */
            tipJar?: components["schemas"]["TipJar"];
        };
        /** @description Somebody's picture. */
        PictureOfPerson: {
            /**
             * Format: uuid
             * @description Whose it is.
             */
            id: string;
            /**
             * Format: uuid
             * @description Names the picture: another one has another name.
             */
            picture: string;
        };
        /** @description The pictures of those who have one and show it to the caller. */
        PicturesOfPeople: {
            items: components["schemas"]["PictureOfPerson"][];
        };
        /** @description A text to encrypt, or one that was decrypted. */
        PlainText: {
            /** @description At most 48,000 bytes of UTF-8. */
            message: string;
        };
        /** @description Whether somebody is there, and when he last was. */
        Presence: {
            /**
             * @description Absent when the person is not connected.
             * @enum {string}
             */
            state?: "active" | "away";
            /**
             * Format: date-time
             * @description To the minute; absent when that is not known.
             */
            lastSeen?: string;
        };
        /** @description A refusal (RFC 9457). Its type says which; one kind may add members of its own. */
        Problem: {
            /** @description The kind, on which clients switch. */
            type: string;
            /** @description The kind in one sentence. */
            title: string;
            status: number;
            /** @description What happened this time. */
            detail: string;
            /** @description The name of this occurrence, for the operators' log. */
            instance: string;
        };
        /** @description The caller's own profile. What is not told is absent. */
        Profile: {
            /** @example Ada L. */
            displayName?: string;
            about?: string;
            /**
             * Format: date
             * @description Others are shown an age band at most.
             */
            birthDate?: string;
            /** @description In the person's own words. */
            gender?: string;
            links: string[];
            /**
             * Format: uuid
             * @description Names the picture: another one has another name.
             */
            picture?: string;
            visibility: components["schemas"]["ProfileVisibility"];
            /** @description Whether the caller has changed it, be it to the same: then he is asked no more. */
            asked: boolean;
        };
        /** @description What is absent stays as it is, and what is empty is removed. */
        ProfileChange: {
            displayName?: string;
            about?: string;
            /** @description A day from 1900 on, such as 1990-12-31; empty to remove it. */
            birthDate?: string;
            gender?: string;
            /** @description Addresses with https, at most 200 characters each. */
            links?: string[];
            visibility?: components["schemas"]["ProfileVisibilityChange"];
        };
        /** @description Who is shown what of a profile, beside its owner. Contacts are those whose chat request the owner has accepted, or who have accepted his, and those to whom he has written. */
        ProfileVisibility: {
            /** @enum {string} */
            displayName: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            about: "everyone" | "contacts" | "nobody";
            /**
             * @description Of the age band; the date itself is shown to nobody.
             * @enum {string}
             */
            birthDate: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            gender: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            links: "everyone" | "contacts" | "nobody";
            /**
             * @description Who does not show them to everyone is not found by them.
             * @enum {string}
             */
            interests: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            picture: "everyone" | "contacts" | "nobody";
        };
        /** @description New choices of who is shown what; what is absent stays as it is. */
        ProfileVisibilityChange: {
            /** @enum {string} */
            displayName?: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            about?: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            birthDate?: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            gender?: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            links?: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            interests?: "everyone" | "contacts" | "nobody";
            /** @enum {string} */
            picture?: "everyone" | "contacts" | "nobody";
        };
        /** @description A tip with everything a wallet needs to pay it. */
        PromisedTip: {
            tip: components["schemas"]["Tip"];
            call: components["schemas"]["WalletCall"];
            /** @description The wallets that may pay it, with their checksums (ERC-55). What another one pays is not this tip. */
            payers: string[];
            /** @description What it may cost, in the smallest units of the chain's currency; absent when no node says so. */
            fee?: string;
            /** @description What the payer's wallets have: a hint, the chain decides. */
            funds: components["schemas"]["Funds"][];
        };
        /** @description This is not proven. */
        ProofRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:proof-refused";
            /** @constant */
            title?: "This is not proven";
            /** @constant */
            status?: 403;
        };
        /** @description KeyPackages of the caller's device. */
        PublishKeyPackages: {
            /** @description MLSMessages with a KeyPackage each, in base64url. */
            keyPackages: string[];
            /** @description One that is given when all others are used up, again and again. Takes the place of the one before. */
            lastResort?: string;
        };
        /** @description The keys that a text for the device is encrypted with (RFC 8291), base64url. */
        PushKeys: {
            /**
             * @description A point on P-256, uncompressed.
             * @example BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4
             */
            p256dh: string;
            /**
             * @description 16 random bytes.
             * @example BTBZMqHH6r4Tts7J_aSIgg
             */
            auth: string;
        };
        /** @description Where a device is reached, as the Push API of its browser says it. */
        PushSubscription: {
            /**
             * @description The address of the browser's push service; https, with a public name.
             * @example https://push.example.net/wpush/v2/8d2f
             */
            endpoint: string;
            keys: components["schemas"]["PushKeys"];
        };
        /** @description A way of recovery. */
        PutRecoveryMethod: {
            /** @description The account's key, which it leads to. */
            key: string;
            /** @enum {string} */
            kind: "passkey" | "wallet" | "key";
            /** @description Which passkey, by its id in base64url, or which wallet, by its address; absent of a key that is written down. */
            handle?: string;
            /** @description What the key is made of, in base64url, sealed under what this way gives. */
            sealedRoot: string;
        };
        /** @description The file does not have these bytes. */
        RangeUnsatisfiable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:range-unsatisfiable";
            /** @constant */
            title?: "The file does not have these bytes";
            /** @constant */
            status?: 416;
            /**
             * Format: int64
             * @description How many there are.
             */
            bytes: number;
        };
        /** @description Prove again that this is you. */
        ReauthenticationNeeded: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:reauthentication-needed";
            /** @constant */
            title?: "Prove again that this is you";
            /** @constant */
            status?: 403;
        };
        /** @description How far a message has come with one member. */
        Receipt: {
            /** Format: uuid */
            id: string;
            /**
             * @description Absent when the account is no more.
             * @example ada
             */
            username?: string;
            /** @enum {string} */
            state: "sent" | "delivered" | "read";
        };
        /** @description A page of receipts; it may have none and go on. */
        Receipts: {
            items: components["schemas"]["Receipt"][];
            /** @description Continues the list as 'after'; absent on the last page. */
            next?: string;
        };
        /** @description This person cannot be tipped now. */
        RecipientWalletNeeded: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:recipient-wallet-needed";
            /** @constant */
            title?: "This person cannot be tipped now";
            /** @constant */
            status?: 409;
        };
        /** @description What opens a lost account. */
        Recovery: {
            /** @description What stands behind the # of the link. */
            token: string;
            /**
             * @description One of the recovery codes, in any case, with or without hyphens.
             * @example 7Q2K-9ZXA-0M3C-VT5H
             */
            code: string;
            /**
             * @description The new password: any characters but control characters.
             * @example four sober otters whistle
             */
            password: string;
            device?: components["schemas"]["Device"];
            tokenDelivery?: components["schemas"]["TokenDelivery"];
        };
        /** @description What the account has of recovery codes. */
        RecoveryCodes: {
            /**
             * Format: int32
             * @description How many have not been used.
             */
            left: number;
            /**
             * Format: date-time
             * @description When they were made; absent when there are none.
             */
            madeAt?: string;
        };
        /** @description A way of recovery. */
        RecoveryMethod: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "passkey" | "wallet" | "key";
            /** @description Which passkey, by its id in base64url, or which wallet, by its address; absent of a key that is written down. */
            handle?: string;
            /** @description What the key is made of, in base64url: sealed under what this way gives and the server never sees. */
            sealedRoot: string;
            /** Format: date-time */
            since: string;
        };
        /** @description The link is no longer good. */
        RecoveryRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:recovery-refused";
            /** @constant */
            title?: "The link is no longer good";
            /** @constant */
            status?: 410;
            /**
             * @description Why the link is not good.
             * @enum {string}
             */
            reason: "used" | "expired" | "spent" | "unknown";
        };
        /** @description A refresh token, unless the cookie holds it. */
        Refresh: {
            /** @description Absent when the cookie holds it. */
            refreshToken?: string;
        };
        /** @description A key for the caller's account. */
        RegisterAccountKey: {
            /** @description The public half: 32 bytes of Ed25519, in base64url. */
            key: string;
            /** @description The key that it replaces; absent for the first one. */
            replaces?: string;
        };
        /** @description What moderators are told of somebody. */
        Report: {
            /** @enum {string} */
            reason: "spam" | "abuse" | "impersonation" | "other";
            /** @description In one's own words. */
            words?: string;
            /** @description Whether to copy what the person wrote with a request that waits. */
            withNote?: boolean;
            /**
             * Format: uuid
             * @description The conversation that the messages stand in.
             */
            conversation?: string;
            /** @description Messages of the person, which are copied. */
            seqs?: number[];
            /** @description What those of them say that are encrypted end to end. */
            revealed?: components["schemas"]["RevealedMessage"][];
        };
        /** @description What somebody who is asked answers. */
        RequestAnswer: {
            /**
             * @description Who is ignored cannot tell it from no answer yet.
             * @enum {string}
             */
            answer: "accept" | "decline" | "ignore";
        };
        /** @description This person has to be asked first. */
        RequestNeeded: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:request-needed";
            /** @constant */
            title?: "This person has to be asked first";
            /** @constant */
            status?: 403;
        };
        /** @description You have paid this already. */
        RequestPaid: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:request-paid";
            /** @constant */
            title?: "You have paid this already";
            /** @constant */
            status?: 409;
        };
        /** @description You cannot ask this person again yet. */
        RequestResting: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:request-resting";
            /** @constant */
            title?: "You cannot ask this person again yet";
            /** @constant */
            status?: 409;
            again: components["schemas"]["Time"];
        };
        /** @description This person takes no request from you. */
        RequestUnwelcome: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:request-unwelcome";
            /** @constant */
            title?: "This person takes no request from you";
            /** @constant */
            status?: 403;
        };
        /** @description The log is not the one you know. */
        ResyncNeeded: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:resync-needed";
            /** @constant */
            title?: "The log is not the one you know";
            /** @constant */
            status?: 409;
        };
        /** @description What an encrypted message says. */
        RevealedMessage: {
            /**
             * Format: int64
             * @description The message.
             */
            seq: number;
            /** @description What it was before it was encrypted, to the byte: its author has signed the SHA-256 of it. */
            body: string;
        };
        /** @description A role in a group. */
        Role: {
            /** @enum {string} */
            role: "member" | "admin" | "owner";
        };
        /** @description A message to be sent later. */
        ScheduleMessage: {
            /**
             * Format: uuid
             * @description The idempotency key that the message is sent under.
             */
            cid: string;
            /** @description As in a frame 'send'. */
            body: string;
            /**
             * Format: date-time
             * @description To come, within 365 days. RFC 3339, UTC.
             */
            sendAt: string;
            /**
             * Format: int32
             * @description Seconds after which the message disappears once it was sent.
             */
            expiresIn?: number;
            /** @description Whom it calls by name, also those who want to hear of mentions only. */
            mentions?: string[];
        };
        /** @description A message that waits for its time. */
        ScheduledMessage: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The idempotency key that the message is sent under.
             */
            cid: string;
            /**
             * Format: uuid
             * @description The device that it is sent as.
             */
            device: string;
            body: string;
            /** Format: date-time */
            sendAt: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: int64
             * @description Absent when the message stays.
             */
            expiresIn?: number;
            mentions: string[];
        };
        /** @description The caller's messages that wait, in the order of their times. */
        ScheduledMessages: {
            items: components["schemas"]["ScheduledMessage"][];
        };
        /** @description A text for somebody. */
        SendMessage: {
            /**
             * @description A user name or the id of an account.
             * @example ada
             */
            recipient: string;
            /**
             * @description The text; markdown is shown as such.
             * @example Hello!
             */
            message: string;
        };
        /** @description A text for a group. */
        SendToGroup: {
            /**
             * @description The text; markdown is shown as such.
             * @example Hello!
             */
            message: string;
        };
        Seq: number;
        /** @description An open session of the caller. */
        Session: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            deviceId: string;
            deviceName?: string;
            /** @enum {string} */
            method: "password" | "wallet" | "passkey" | "oidc" | "recovery";
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description The absolute limit.
             */
            expiresAt: string;
            /** @description Whether this is the session that asks. */
            current: boolean;
        };
        /** @description What is changed of a session. */
        SessionChange: {
            /** @description What its owner calls the device. */
            deviceName: string;
        };
        /** @description The session has ended. */
        SessionEnded: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:session-ended";
            /** @constant */
            title?: "The session has ended";
            /** @constant */
            status?: 401;
            /** @description The page of the web app where a person signs in. */
            signIn: string;
            /**
             * @description Why the session is over; absent when there is no such session, or no more.
             * @enum {string}
             */
            reason?: "signed-out" | "revoked" | "expired" | "token-reused" | "account-deleted";
        };
        /** @description The open sessions of the caller. */
        Sessions: {
            items: components["schemas"]["Session"][];
        };
        /** @description Whether the wallet for tips is shown on the profile. */
        ShowTipJar: {
            shown: boolean;
        };
        /** @description A session that was opened or continued. */
        SignedIn: {
            /** @description A JWT (RFC 9068) for the Authorization header. */
            accessToken: string;
            /** @enum {string} */
            tokenType: "Bearer";
            /**
             * Format: int64
             * @description Seconds until the access token expires.
             */
            expiresIn: number;
            /** @description Good once, for the next of both; only when asked for in the body. */
            refreshToken?: string;
            session: components["schemas"]["OpenSession"];
            account: components["schemas"]["Account"];
        };
        /** @description A message (ERC-4361) and its signature. */
        SignedMessage: {
            /** @description The text the wallet signed. */
            message: string;
            /** @description As in a sign-in with a wallet. */
            signature: string;
        };
        /** @description Opens one socket, once, until it expires. */
        SocketTicket: {
            ticket: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description A statement about the caller's device. */
        StateDevice: {
            /** @description The account's key, which has signed. */
            accountKey: string;
            /**
             * Format: int64
             * @description When, in milliseconds since 1970.
             */
            at: number;
            /** @description 64 bytes of Ed25519, in base64url. */
            signature: string;
        };
        /** @description The account has not signed this. */
        StatementInvalid: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:statement-invalid";
            /** @constant */
            title?: "The account has not signed this";
            /** @constant */
            status?: 422;
        };
        /** @description There is no room for this now. */
        StoreFull: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:store-full";
            /** @constant */
            title?: "There is no room for this now";
            /** @constant */
            status?: 507;
        };
        /** @description The KeyPackages of a device that wait. */
        StoredKeyPackages: {
            /**
             * Format: int32
             * @description That can be claimed, each once.
             */
            available: number;
            /** @description Whether there is one of last resort. */
            lastResort: boolean;
        };
        /** @description c/ a conversation, u/ an account, d/ a device. */
        Stream: string;
        /** @description What came after the cursors. */
        Sync: {
            /**
             * Format: uuid
             * @description Names the log; send it back with the cursors.
             */
            generation: string;
            /** Format: date-time */
            at: string;
            /** @description The newest entry of every stream that the caller can read. */
            heads: {
                [key: string]: number;
            };
            /** @description In order of seq within each stream. */
            entries: components["schemas"]["Entry"][];
            /** @description Honest holes: where a cursor stands before 'from' it jumps to 'to'. */
            gaps: components["schemas"]["Gap"][];
            /** @description Empty when they are as the client knows them. */
            marks: components["schemas"]["Marks"][];
            /** @description Send it back to be told of watermarks only when one has moved. */
            marksVersion: string;
            /** @description Whether there is more already: ask again at once. */
            more: boolean;
        };
        /** @description Asks for what comes after the cursors. */
        SyncRequest: {
            /**
             * Format: uuid
             * @description The log that the cursors belong to: 'generation' of the last answer.
             */
            generation?: string;
            /** @description The last entry the client has of each stream; a stream without one begins at its start. */
            cursors?: {
                [key: string]: number;
            };
            /** @description Everything up to these entries is stored on the device: sets 'delivered'. */
            ack?: {
                [key: string]: number;
            };
            /** @description 'marksVersion' of the last answer; without it all watermarks are told. */
            marksVersion?: string;
            /**
             * Format: int32
             * @description How many seconds to wait for something to come; 0 when absent.
             */
            wait?: number;
            /**
             * Format: int32
             * @description Entries in the answer at most; 50 when absent.
             */
            limit?: number;
        };
        /** @description RFC 3339, UTC, milliseconds. */
        Time: string;
        /** @description A tip, and what the chain says of it. */
        Tip: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversation: string;
            /** Format: uuid */
            payer: string;
            /** Format: uuid */
            recipient: string;
            /** @description Where it is to go, with the checksum of ERC-55. */
            address: string;
            /**
             * Format: int64
             * @description The id of the chain.
             */
            chain: number;
            /** @description The contract of a token; absent for the currency of the chain. */
            token?: string;
            symbol: string;
            /**
             * Format: int32
             * @description Digits behind the point.
             */
            decimals: number;
            /** @description In the smallest units. */
            amount: string;
            /**
             * Format: int64
             * @description The entry that asked for it, by what the payer says.
             */
            request?: number;
            /** @enum {string} */
            state: "intent" | "submitted" | "included" | "confirming" | "final" | "replaced" | "failed" | "reorged" | "expired" | "cancelled";
            /**
             * @description Why it has failed.
             * @enum {string}
             */
            fault?: "foreign-sender" | "wrong-recipient" | "wrong-amount" | "wrong-token" | "ambiguous" | "too-early" | "too-late" | "reverted" | "already-used";
            /** @description Of the transaction that pays it, as far as is known. */
            hash?: string;
            /** @description The wallet that has paid it, as the chain says. */
            from?: string;
            /**
             * Format: int32
             * @description Blocks from that of the transaction on.
             */
            confirmations: number;
            /**
             * Format: int32
             * @description How many make it final; 0 when that is not known, or the chain says when.
             */
            needed: number;
            /** @description Whether nothing of it changes any more. */
            settled: boolean;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until then the transaction has to stand in a block.
             */
            expiresAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        /** @description A wallet that somebody shows on his profile, for tips from everybody who sees it. What is paid to it is promised by nobody, and not followed. */
        TipJar: {
            /** @description With its checksum (ERC-55). */
            address: string;
        };
        /** @description The most of something that one lets oneself give within 24 hours. */
        TipLimit: {
            /**
             * Format: int64
             * @description The id of the chain.
             */
            chain: number;
            /** @description The contract of a token of the chain; absent for its currency. */
            token?: string;
            /** @description In the smallest units: 1 to 2^256 - 1, without a leading zero. */
            amount: string;
        };
        /** @description This is more than your limit. */
        TipLimitExceeded: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:tip-limit-exceeded";
            /** @constant */
            title?: "This is more than your limit";
            /** @constant */
            status?: 409;
            /** @description What may still be given today, in the smallest units. */
            left: string;
        };
        /** @description What one lets oneself give within 24 hours. */
        TipLimits: {
            /** @description At most 100, each of something else. */
            items: components["schemas"]["TipLimit"][];
        };
        /** @description It is too late for this tip. */
        TipOver: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:tip-over";
            /** @constant */
            title?: "It is too late for this tip";
            /** @constant */
            status?: 409;
        };
        /** @description Where one's tips go. */
        TipWallet: {
            /** @description Absent when no wallet is linked. */
            address?: string;
            /** @description Whether it is shown on the caller's profile. */
            jar: boolean;
        };
        /** @description A page of tips, newest first. */
        Tips: {
            items: components["schemas"]["Tip"][];
            /** @description Continues the list as 'before'; absent on the last page. */
            next?: string;
        };
        /** @description Something of which there are amounts. */
        Token: {
            /** @description Of its contract; absent for the currency of the chain. */
            address?: string;
            /** @description A few letters, from the settings of the server. */
            symbol: string;
            /**
             * Format: int32
             * @description Digits behind the point.
             */
            decimals: number;
            name: string;
        };
        /** @enum {string} */
        TokenDelivery: "cookie" | "body";
        /** @description Too many people are blocked. */
        TooManyBlocks: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:too-many-blocks";
            /** @constant */
            title?: "Too many people are blocked";
            /** @constant */
            status?: 409;
        };
        /** @description There are too many ways to sign in. */
        TooManyCredentials: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:too-many-credentials";
            /** @constant */
            title?: "There are too many ways to sign in";
            /** @constant */
            status?: 409;
        };
        /** @description The group has too many invite links. */
        TooManyInviteLinks: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:too-many-invite-links";
            /** @constant */
            title?: "The group has too many invite links";
            /** @constant */
            status?: 409;
        };
        /** @description This device has enough KeyPackages. */
        TooManyKeyPackages: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:too-many-key-packages";
            /** @constant */
            title?: "This device has enough KeyPackages";
            /** @constant */
            status?: 403;
        };
        /** @description Too many interests wait for moderation. */
        TooManyPendingInterests: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:too-many-pending-interests";
            /** @constant */
            title?: "Too many interests wait for moderation";
            /** @constant */
            status?: 409;
        };
        /** @description There are enough ways of recovery. */
        TooManyRecoveryMethods: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:too-many-recovery-methods";
            /** @constant */
            title?: "There are enough ways of recovery";
            /** @constant */
            status?: 403;
        };
        /** @description Too many requests. */
        TooManyRequests: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:too-many-requests";
            /** @constant */
            title?: "Too many requests";
            /** @constant */
            status?: 429;
            /** @description When to come back, in milliseconds. */
            afterMs?: number;
        };
        /** @description Too many messages are scheduled. */
        TooManyScheduled: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:too-many-scheduled";
            /** @constant */
            title?: "Too many messages are scheduled";
            /** @constant */
            status?: 403;
        };
        /** @description Too many tips wait. */
        TooManyTips: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:too-many-tips";
            /** @constant */
            title?: "Too many tips wait";
            /** @constant */
            status?: 429;
        };
        /** @description This transaction does not pay the tip. */
        TransactionRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:transaction-refused";
            /** @constant */
            title?: "This transaction does not pay the tip";
            /** @constant */
            status?: 422;
            /** @description What does not fit, as a failed tip names it. */
            fault: string;
        };
        /** @description The chain does not take this transaction. */
        TransactionUnsent: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:transaction-unsent";
            /** @constant */
            title?: "The chain does not take this transaction";
            /** @constant */
            status?: 422;
        };
        /** @description You are not signed in. */
        Unauthenticated: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:unauthenticated";
            /** @constant */
            title?: "You are not signed in";
            /** @constant */
            status?: 401;
            /** @description The page of the web app where a person signs in. */
            signIn: string;
        };
        /** @description The service cannot do this now. */
        Unavailable: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:unavailable";
            /** @constant */
            title?: "The service cannot do this now";
            /** @constant */
            status?: 503;
            /** @description When to come back, in milliseconds. */
            afterMs?: number;
        };
        /** @description The request is not in a form we take. */
        UnsupportedMediaType: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:unsupported-media-type";
            /** @constant */
            title?: "The request is not in a form we take";
            /** @constant */
            status?: 415;
        };
        /** @description The server cannot read this kind of picture. */
        UnsupportedPicture: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:unsupported-picture";
            /** @constant */
            title?: "The server cannot read this kind of picture";
            /** @constant */
            status?: 415;
        };
        /** @description How far a file has come on its way to the server. */
        Upload: {
            /**
             * Format: uuid
             * @description The id that its sender has chosen.
             */
            id: string;
            /**
             * Format: int64
             * @description Bytes of the ciphertext.
             */
            size: number;
            /**
             * Format: int32
             * @description Bytes of each part but the last.
             */
            partSize: number;
            /** @description The parts that have arrived, from 1, in order. */
            stored: number[];
            /** @description Whether it can go with a message. */
            complete: boolean;
        };
        /** @description The user name is taken. */
        UsernameTaken: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:username-taken";
            /** @constant */
            title?: "The user name is taken";
            /** @constant */
            status?: 409;
        };
        /** @description Whom a person has verified, sealed. */
        Verifications: {
            /**
             * Format: int64
             * @description Counts the changes, from 1.
             */
            version: number;
            /** @description In base64url. */
            sealed: string;
        };
        /** @description Somebody has written in between. */
        VerificationsConflict: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:verifications-conflict";
            /** @constant */
            title?: "Somebody has written in between";
            /** @constant */
            status?: 409;
        };
        /** @description The account whose address was verified. */
        VerifiedAccount: {
            /** @example ada */
            username: string;
        };
        /** @description The address that belongs to the account. */
        VerifiedEmail: {
            /** @example ada@example.org */
            email: string;
            /** Format: date-time */
            verifiedAt: string;
        };
        /** @description A wallet that vouches for the key of an account. */
        VouchingWallet: {
            address: string;
            /**
             * Format: int64
             * @description Where its contract is, when it is one.
             */
            chain: number;
            /** @description Of the message of EIP-712, 0x and hexadecimal. */
            signature: string;
        };
        /** @description The address that a link makes the account's. */
        WaitingEmail: {
            /** @example ada@example.org */
            email: string;
            /**
             * Format: date-time
             * @description When the link that was sent last is no longer good.
             */
            linkExpiresAt: string;
            /** @description Whether a mail server said that there is no such address. */
            refused: boolean;
        };
        /** @description The wallet has not signed this. */
        WalletBindingInvalid: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:wallet-binding-invalid";
            /** @constant */
            title?: "The wallet has not signed this";
            /** @constant */
            status?: 422;
        };
        /** @description What a wallet is asked to send, as eth_sendTransaction takes it. */
        WalletCall: {
            chainId: string;
            to: string;
            value: string;
            data: string;
        };
        /** @description What a sign-in message (ERC-4361) must say. */
        WalletChallenge: {
            /** @description Good once, until expiresAt. */
            nonce: string;
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @example chat.example.org */
            domain: string;
            /**
             * Format: uri
             * @example https://chat.example.org
             */
            uri: string;
            /** @enum {string} */
            version: "1";
            /** @example Sign in to Parley. */
            statement: string;
            /** @description The chains a message may name. */
            chainIds: number[];
        };
        /** @description What a wallet is called. */
        WalletName: {
            /**
             * @description Absent when it has no name that leads back to it, and when nobody can be asked.
             * @example ada.eth
             */
            name?: string;
        };
        /** @description A user name for a proven wallet. */
        WalletRegistration: {
            /** @description The proof from the problem wallet-unregistered. */
            registration: string;
            /**
             * @description Letters a-z, digits, dots, underscores, hyphens; kept in lower case.
             * @example ada
             */
            username: string;
            /**
             * @description An e-mail address: a mail with a link goes there, which verifies it.
             * @example ada@example.org
             */
            email?: string;
            device?: components["schemas"]["Device"];
            tokenDelivery?: components["schemas"]["TokenDelivery"];
        };
        /** @description The proof of the wallet is no longer good. */
        WalletRegistrationRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:wallet-registration-refused";
            /** @constant */
            title?: "The proof of the wallet is no longer good";
            /** @constant */
            status?: 401;
            /** @description The page of the web app where a person signs in. */
            signIn: string;
        };
        /** @description How a page reaches wallets on other devices. */
        WalletRelay: {
            /** @description What the relay knows this installation by. */
            project: string;
            /** @example wss://relay.example.org */
            relay: string;
        };
        /** @description A sign-in message (ERC-4361) and its signature. */
        WalletSignIn: {
            /** @description The text the wallet signed. */
            message: string;
            /** @description What personal_sign (ERC-191) gave: 65 bytes of a key, or what a contract accepts (ERC-1271, ERC-6492). */
            signature: string;
            device?: components["schemas"]["Device"];
            tokenDelivery?: components["schemas"]["TokenDelivery"];
        };
        /** @description The wallet's signature is not accepted. */
        WalletSignInRefused: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:wallet-sign-in-refused";
            /** @constant */
            title?: "The wallet's signature is not accepted";
            /** @constant */
            status?: 401;
            /** @description The page of the web app where a person signs in. */
            signIn: string;
        };
        /** @description The wallet belongs to another account. */
        WalletTaken: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:wallet-taken";
            /** @constant */
            title?: "The wallet belongs to another account";
            /** @constant */
            status?: 409;
        };
        /** @description This wallet has no account yet. */
        WalletUnregistered: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:wallet-unregistered";
            /** @constant */
            title?: "This wallet has no account yet";
            /** @constant */
            status?: 403;
            /** @description The wallet's address with the checksum of ERC-55. */
            address: string;
            /** @description The proof that registers an account for this wallet; good once. */
            registration: string;
            registrationExpiresAt: components["schemas"]["Time"];
        };
        /** @description How far a member has come; both numbers only grow. */
        Watermark: {
            /** Format: uuid */
            user: string;
            /**
             * Format: int64
             * @description The last entry that reached a device.
             */
            delivered: number;
            /**
             * Format: int64
             * @description The last entry that was seen.
             */
            read: number;
        };
        /** @description How a part of a file goes past Parley, without an access token. Empty when it goes through Parley. */
        Way: {
            /**
             * Format: uri
             * @description Where it goes, for five minutes. It is a secret: whoever has it may do the same.
             */
            url?: string;
            /** @description Headers that the request has to have as they are. */
            headers?: {
                [key: string]: string;
            };
        };
        /** @description What lets a device into a group. */
        Welcome: {
            /**
             * Format: int64
             * @description The epoch that it leads into.
             */
            epoch: number;
            /** @description MLSMessage, in base64url. */
            welcome: string;
        };
        /** @description A Welcome, and whom it lets in. */
        WelcomeForDevices: {
            devices: string[];
            /** @description MLSMessage, in base64url. */
            welcome: string;
        };
        /** @description User name or password is wrong. */
        WrongCredentials: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:wrong-credentials";
            /** @constant */
            title?: "User name or password is wrong";
            /** @constant */
            status?: 401;
            /** @description The page of the web app where a person signs in. */
            signIn: string;
        };
        /** @description The recovery code is wrong. */
        WrongRecoveryCode: components["schemas"]["Problem"] & {
            /** @constant */
            type?: "urn:parley:problem:wrong-recovery-code";
            /** @constant */
            title?: "The recovery code is wrong";
            /** @constant */
            status?: 403;
        };
    };
    responses: {
        /** @description The account was deleted. */
        AccountDeleted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AccountDeleted"];
            };
        };
        /** @description This is not the key of the account now. */
        AccountKeyChanged: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AccountKeyChanged"];
            };
        };
        /** @description This is not the key of the account now. This device has no key yet. */
        AccountKeyChangedOrDeviceKeyNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AccountKeyChanged"] | components["schemas"]["DeviceKeyNeeded"];
            };
        };
        /** @description The account has another key. */
        AccountKeyExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AccountKeyExists"];
            };
        };
        /** @description The message was sent already. */
        AlreadySent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AlreadySent"];
            };
        };
        /** @description Parts of the file are missing. */
        AttachmentIncomplete: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AttachmentIncomplete"];
            };
        };
        /** @description There is another file of this name. */
        AttachmentTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AttachmentTaken"];
            };
        };
        /** @description The file is too large. The request is too large. */
        AttachmentTooLargeOrContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AttachmentTooLarge"] | components["schemas"]["ContentTooLarge"];
            };
        };
        /** @description The budget of this installation is used up. The service cannot do this now. */
        BudgetExhaustedOrUnavailable: {
            headers: {
                /** @description When to come back, in seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["BudgetExhausted"] | components["schemas"]["Unavailable"];
            };
        };
        /** @description The invite code is no longer good. */
        CodeOver: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["CodeOver"];
            };
        };
        /** @description The commit is not valid. */
        CommitInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["CommitInvalid"];
            };
        };
        /** @description The request is too large. */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ContentTooLarge"];
            };
        };
        /** @description This device has no key yet. */
        DeviceKeyNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["DeviceKeyNeeded"];
            };
        };
        /** @description The link is no longer good. */
        EmailLinkRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailLinkRefused"];
            };
        };
        /** @description An e-mail address is required. */
        EmailRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailRequired"];
            };
        };
        /** @description The address belongs to another account. */
        EmailTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailTaken"];
            };
        };
        /** @description Verify your e-mail address first. You may not do this. */
        EmailUnverifiedOrForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["Forbidden"];
            };
        };
        /** @description Verify your e-mail address first. You may not do this. The message is somebody else's. */
        EmailUnverifiedOrForbiddenOrNotYourMessage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["Forbidden"] | components["schemas"]["NotYourMessage"];
            };
        };
        /** @description Verify your e-mail address first. You may not do this. This is not proven. Prove again that this is you. */
        EmailUnverifiedOrForbiddenOrProofRefusedOrReauthenticationNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["Forbidden"] | components["schemas"]["ProofRefused"] | components["schemas"]["ReauthenticationNeeded"];
            };
        };
        /** @description Verify your e-mail address first. You may not do this. Prove again that this is you. */
        EmailUnverifiedOrForbiddenOrReauthenticationNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["Forbidden"] | components["schemas"]["ReauthenticationNeeded"];
            };
        };
        /** @description Verify your e-mail address first. You may not do this. Prove again that this is you. There are enough ways of recovery. */
        EmailUnverifiedOrForbiddenOrReauthenticationNeededOrTooManyRecoveryMethods: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["Forbidden"] | components["schemas"]["ReauthenticationNeeded"] | components["schemas"]["TooManyRecoveryMethods"];
            };
        };
        /** @description Verify your e-mail address first. You may not do this. This person has to be asked first. */
        EmailUnverifiedOrForbiddenOrRequestNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["Forbidden"] | components["schemas"]["RequestNeeded"];
            };
        };
        /** @description Verify your e-mail address first. You may not do this. This person takes no request from you. */
        EmailUnverifiedOrForbiddenOrRequestUnwelcome: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["Forbidden"] | components["schemas"]["RequestUnwelcome"];
            };
        };
        /** @description Verify your e-mail address first. You may not do this. This device has enough KeyPackages. */
        EmailUnverifiedOrForbiddenOrTooManyKeyPackages: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["Forbidden"] | components["schemas"]["TooManyKeyPackages"];
            };
        };
        /** @description Verify your e-mail address first. You may not do this. Too many messages are scheduled. */
        EmailUnverifiedOrForbiddenOrTooManyScheduled: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EmailUnverified"] | components["schemas"]["Forbidden"] | components["schemas"]["TooManyScheduled"];
            };
        };
        /** @description Somebody else has committed first. */
        EpochConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["EpochConflict"];
            };
        };
        /** @description You may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Forbidden"];
            };
        };
        /** @description You may not do this. This sign-in has no account yet. */
        ForbiddenOrIdentityUnregistered: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Forbidden"] | components["schemas"]["IdentityUnregistered"];
            };
        };
        /** @description You may not do this. This is not proven. */
        ForbiddenOrProofRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Forbidden"] | components["schemas"]["ProofRefused"];
            };
        };
        /** @description You may not do this. Prove again that this is you. */
        ForbiddenOrReauthenticationNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Forbidden"] | components["schemas"]["ReauthenticationNeeded"];
            };
        };
        /** @description You may not do this. This wallet has no account yet. */
        ForbiddenOrWalletUnregistered: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Forbidden"] | components["schemas"]["WalletUnregistered"];
            };
        };
        /** @description You may not do this. The recovery code is wrong. */
        ForbiddenOrWrongRecoveryCode: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Forbidden"] | components["schemas"]["WrongRecoveryCode"];
            };
        };
        /** @description The group is full. */
        GroupFull: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["GroupFull"];
            };
        };
        /** @description The proof of the sign-in is no longer good. You are not signed in. */
        IdentityRegistrationRefusedOrUnauthenticated: {
            headers: {
                /** @description The challenge of RFC 6750. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdentityRegistrationRefused"] | components["schemas"]["Unauthenticated"];
            };
        };
        /** @description This sign-in belongs to another account. There are too many ways to sign in. */
        IdentityTakenOrTooManyCredentials: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdentityTaken"] | components["schemas"]["TooManyCredentials"];
            };
        };
        /** @description Something went wrong on our side. */
        Internal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Internal"];
            };
        };
        /** @description The request is not valid. */
        InvalidInput: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidInput"];
            };
        };
        /** @description The request is not valid. Nobody can be called so. */
        InvalidInputOrLookUpRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidInput"] | components["schemas"]["LookUpRefused"];
            };
        };
        /** @description The invitation is over. */
        InvitationOver: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvitationOver"];
            };
        };
        /** @description The issuer's answer cannot be used. */
        IssuerFault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IssuerFault"];
            };
        };
        /** @description The sign-in with the issuer is not accepted. You are not signed in. */
        IssuerSignInRefusedOrUnauthenticated: {
            headers: {
                /** @description The challenge of RFC 6750. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IssuerSignInRefused"] | components["schemas"]["Unauthenticated"];
            };
        };
        /** @description A KeyPackage is not valid. */
        KeyPackageInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["KeyPackageInvalid"];
            };
        };
        /** @description This is the only way to sign in. */
        LastCredential: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["LastCredential"];
            };
        };
        /** @description A group has an owner. */
        LastOwner: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["LastOwner"];
            };
        };
        /** @description There is no such account. */
        NoSuchAccount: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NoSuchAccount"];
            };
        };
        /** @description The answer is not available in that form. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotAcceptable"];
            };
        };
        /** @description This is no message of the encrypted conversation. */
        NotAnMlsMessage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotAnMlsMessage"];
            };
        };
        /** @description There is nothing here. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotFound"];
            };
        };
        /** @description You have used up what one person may. Too many requests. */
        OwnBudgetExhaustedOrTooManyRequests: {
            headers: {
                /** @description When to come back, in seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["OwnBudgetExhausted"] | components["schemas"]["TooManyRequests"];
            };
        };
        /** @description You have used up what one person may. Too many requests. Too many tips wait. */
        OwnBudgetExhaustedOrTooManyRequestsOrTooManyTips: {
            headers: {
                /** @description When to come back, in seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["OwnBudgetExhausted"] | components["schemas"]["TooManyRequests"] | components["schemas"]["TooManyTips"];
            };
        };
        /** @description The passkey is not accepted. You are not signed in. */
        PasskeyRefusedOrUnauthenticated: {
            headers: {
                /** @description The challenge of RFC 6750. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PasskeyRefused"] | components["schemas"]["Unauthenticated"];
            };
        };
        /** @description This password is known to attackers. */
        PasswordBreached: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PasswordBreached"];
            };
        };
        /** @description You need a wallet to give tips. */
        PayerWalletNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PayerWalletNeeded"];
            };
        };
        /** @description You need a wallet to give tips. No messages can be sent here now. This person cannot be tipped now. You have paid this already. This is more than your limit. */
        PayerWalletNeededOrPeopleApartOrRecipientWalletNeededOrRequestPaidOrTipLimitExceeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PayerWalletNeeded"] | components["schemas"]["PeopleApart"] | components["schemas"]["RecipientWalletNeeded"] | components["schemas"]["RequestPaid"] | components["schemas"]["TipLimitExceeded"];
            };
        };
        /** @description No messages can be sent here now. */
        PeopleApart: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PeopleApart"];
            };
        };
        /** @description The file does not have these bytes. */
        RangeUnsatisfiable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RangeUnsatisfiable"];
            };
        };
        /** @description The link is no longer good. */
        RecoveryRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RecoveryRefused"];
            };
        };
        /** @description You cannot ask this person again yet. */
        RequestResting: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RequestResting"];
            };
        };
        /** @description The log is not the one you know. */
        ResyncNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ResyncNeeded"];
            };
        };
        /** @description The session has ended. You are not signed in. */
        SessionEndedOrUnauthenticated: {
            headers: {
                /** @description The challenge of RFC 6750. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SessionEnded"] | components["schemas"]["Unauthenticated"];
            };
        };
        /** @description The account has not signed this. */
        StatementInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["StatementInvalid"];
            };
        };
        /** @description There is no room for this now. */
        StoreFull: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["StoreFull"];
            };
        };
        /** @description It is too late for this tip. */
        TipOver: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TipOver"];
            };
        };
        /** @description Too many people are blocked. */
        TooManyBlocks: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooManyBlocks"];
            };
        };
        /** @description There are too many ways to sign in. */
        TooManyCredentials: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooManyCredentials"];
            };
        };
        /** @description There are too many ways to sign in. The wallet belongs to another account. */
        TooManyCredentialsOrWalletTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooManyCredentials"] | components["schemas"]["WalletTaken"];
            };
        };
        /** @description The group has too many invite links. */
        TooManyInviteLinks: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooManyInviteLinks"];
            };
        };
        /** @description Too many interests wait for moderation. */
        TooManyPendingInterests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooManyPendingInterests"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                /** @description When to come back, in seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooManyRequests"];
            };
        };
        /** @description This transaction does not pay the tip. The chain does not take this transaction. */
        TransactionRefusedOrTransactionUnsent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TransactionRefused"] | components["schemas"]["TransactionUnsent"];
            };
        };
        /** @description You are not signed in. */
        Unauthenticated: {
            headers: {
                /** @description The challenge of RFC 6750. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Unauthenticated"];
            };
        };
        /** @description You are not signed in. The proof of the wallet is no longer good. */
        UnauthenticatedOrWalletRegistrationRefused: {
            headers: {
                /** @description The challenge of RFC 6750. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Unauthenticated"] | components["schemas"]["WalletRegistrationRefused"];
            };
        };
        /** @description You are not signed in. The wallet's signature is not accepted. */
        UnauthenticatedOrWalletSignInRefused: {
            headers: {
                /** @description The challenge of RFC 6750. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Unauthenticated"] | components["schemas"]["WalletSignInRefused"];
            };
        };
        /** @description You are not signed in. User name or password is wrong. */
        UnauthenticatedOrWrongCredentials: {
            headers: {
                /** @description The challenge of RFC 6750. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Unauthenticated"] | components["schemas"]["WrongCredentials"];
            };
        };
        /** @description The service cannot do this now. */
        Unavailable: {
            headers: {
                /** @description When to come back, in seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Unavailable"];
            };
        };
        /** @description The request is not in a form we take. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UnsupportedMediaType"];
            };
        };
        /** @description The request is not in a form we take. The server cannot read this kind of picture. */
        UnsupportedMediaTypeOrUnsupportedPicture: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UnsupportedMediaType"] | components["schemas"]["UnsupportedPicture"];
            };
        };
        /** @description The user name is taken. */
        UsernameTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UsernameTaken"];
            };
        };
        /** @description Somebody has written in between. */
        VerificationsConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["VerificationsConflict"];
            };
        };
        /** @description The wallet has not signed this. */
        WalletBindingInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["WalletBindingInvalid"];
            };
        };
    };
    parameters: {
        /** @description Names this command, so that it can be repeated without harm: the same key from the same device is given the first answer. */
        "Idempotency-Key": string;
        account: string;
        /** @description 'next' of the page before. */
        after: string;
        /** @description Chosen by who sends it. */
        attachment: string;
        groupId: string;
        id: string;
        /** @description How many items at most. */
        limit: number;
        link: string;
        /** @description A user name, the id of an account, or 'me'. */
        member: string;
        /** @description From 1. */
        part: number;
        picture: string;
        /** @description Pixels of each edge; fewer when what was sent has fewer. 512 when it is not said. */
        size: 48 | 96 | 256 | 512;
        /** @description Pixels left of the square that is shown. */
        x: number;
        /** @description Pixels above the square that is shown. */
        y: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAccountKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountKey"];
                };
            };
            /** @description There is none yet */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerAccountKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterAccountKey"];
            };
        };
        responses: {
            /** @description This is the key now */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeeded"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AccountKeyExists"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    putRecoveryMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutRecoveryMethod"];
            };
        };
        responses: {
            /** @description It is kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeededOrTooManyRecoveryMethods"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AccountKeyChanged"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeRecoveryMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verifications"];
                };
            };
            /** @description Nothing was kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    keepVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Verifications"];
            };
        };
        responses: {
            /** @description It is kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["VerificationsConflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    bindWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindWallet"];
            };
        };
        responses: {
            /** @description It vouches */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AccountKeyChanged"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WalletBindingInvalid"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    unbindWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None does */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getContactCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code, if there is one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCode"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewContactCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCode"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endContactCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    linkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssuerAnswer"];
            };
        };
        responses: {
            /** @description The ways to sign in as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrProofRefusedOrReauthenticationNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdentityTakenOrTooManyCredentials"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            502: components["responses"]["IssuerFault"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginIssuerLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssuerVisitRequest"];
            };
        };
        responses: {
            /** @description A visit, good once, for ten minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerVisit"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            502: components["responses"]["IssuerFault"];
            503: components["responses"]["Unavailable"];
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identity: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unlinked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastCredential"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description The ways to sign in as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrProofRefusedOrReauthenticationNeeded"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["TooManyCredentials"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createNewPasskeyChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description A challenge, good once, for five minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastCredential"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description The ways to sign in as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeeded"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["PasswordBreached"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastCredential"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWalletLinkNonce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description A nonce, good once, for five minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletChallenge"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    linkWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedMessage"];
            };
        };
        responses: {
            /** @description The ways to sign in as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrProofRefusedOrReauthenticationNeeded"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["TooManyCredentialsOrWalletTaken"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    unlinkWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description With the checksum of ERC-55. */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unlinked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastCredential"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDeletion"];
            };
        };
        responses: {
            /** @description There is no such account any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["SessionEndedOrUnauthenticated"];
            403: components["responses"]["ForbiddenOrReauthenticationNeeded"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAccountEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address that is verified, and the one that waits to be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountEmail"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    giveAccountEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailAddress"];
            };
        };
        responses: {
            /** @description The addresses as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountEmail"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrReauthenticationNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    removeAccountEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account has none */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrReauthenticationNeeded"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["EmailRequired"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendEmailLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The addresses as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountEmail"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    takeBackAccountEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None waits */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrReauthenticationNeeded"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOwnInterests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The interests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnInterests"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    chooseInterests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseInterests"];
            };
        };
        responses: {
            /** @description The interests as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnInterests"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            /** @description The profile as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setProfilePicture: {
        parameters: {
            query?: {
                /** @description Pixels of each edge of the square that is shown, in what is sent. */
                size?: number;
                /** @description Pixels left of the square that is shown. */
                x?: components["parameters"]["x"];
                /** @description Pixels above the square that is shown. */
                y?: components["parameters"]["y"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
            };
        };
        responses: {
            /** @description The caller has this picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPicture"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaTypeOrUnsupportedPicture"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    removeProfilePicture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller has no picture */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    proveByIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssuerAnswer"];
            };
        };
        responses: {
            /** @description Proven */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrProofRefused"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            502: components["responses"]["IssuerFault"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginIssuerProof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssuerVisitRequest"];
            };
        };
        responses: {
            /** @description A visit, good once, for ten minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerVisit"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            502: components["responses"]["IssuerFault"];
            503: components["responses"]["Unavailable"];
        };
    };
    proveByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyAssertion"];
            };
        };
        responses: {
            /** @description Proven */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrProofRefused"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPasskeyProofChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description A challenge, good once, for five minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    proveByPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description Proven */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrProofRefused"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    proveByWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedMessage"];
            };
        };
        responses: {
            /** @description Proven */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrProofRefused"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    createWalletProofNonce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description A nonce, good once, for five minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletChallenge"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
            /** @description Never the codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The codes, told this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewRecoveryCodes"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrReauthenticationNeeded"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAccountSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSettings"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeAccountSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountSettingsChange"];
            };
        };
        responses: {
            /** @description The settings as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSettings"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    showTipJar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShowTipJar"];
            };
        };
        responses: {
            /** @description The wallet, and whether it is shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TipWallet"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTipLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TipLimits"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setTipLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TipLimits"];
            };
        };
        responses: {
            /** @description The limits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TipLimits"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTipWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wallet, if one is linked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TipWallet"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    chooseTipWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseTipWallet"];
            };
        };
        responses: {
            /** @description The wallet that was chosen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TipWallet"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "application/json": components["schemas"]["PasswordSignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["UnauthenticatedOrWrongCredentials"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    loginWithIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssuerSignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["IssuerSignInRefusedOrUnauthenticated"];
            403: components["responses"]["ForbiddenOrIdentityUnregistered"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            502: components["responses"]["IssuerFault"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerWithIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRegistration"];
            };
        };
        responses: {
            /** @description The account is made and signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["IdentityRegistrationRefusedOrUnauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["UsernameTaken"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    beginIssuerSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssuerVisitRequest"];
            };
        };
        responses: {
            /** @description A visit, good once, for ten minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuerVisit"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            502: components["responses"]["IssuerFault"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPasskeyChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description A challenge, good once, for five minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    loginWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["PasskeyRefusedOrUnauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    recover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Recovery"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ForbiddenOrWrongRecoveryCode"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["RecoveryRefused"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["PasswordBreached"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    askForRecovery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailAddress"];
            };
        };
        responses: {
            /** @description Heard */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Continued */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["SessionEndedOrUnauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "application/json": components["schemas"]["PasswordRegistration"];
            };
        };
        responses: {
            /** @description The account is made and signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["UsernameTaken"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["PasswordBreached"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    loginWithWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalletSignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["UnauthenticatedOrWalletSignInRefused"];
            403: components["responses"]["ForbiddenOrWalletUnregistered"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    createWalletNonce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description A nonce, good once, for five minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletChallenge"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerWithWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalletRegistration"];
            };
        };
        responses: {
            /** @description The account is made and signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["UnauthenticatedOrWalletRegistrationRefused"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["UsernameTaken"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blocks"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    block: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: components["parameters"]["account"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Blocked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["TooManyBlocks"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    unblock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: components["parameters"]["account"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not blocked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listChains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentChains"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    askFaucet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["PayerWalletNeeded"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Behind this entry, from the lowest: a seq, or without 'recipient' the 'next' of the page before. Not with 'before'. */
                after?: string;
                /** @description Before this seq, up to the highest. Only with 'recipient'. */
                before?: string;
                /** @description A user name or the id of an account. */
                recipient?: string;
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Messages"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendToPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this command, so that it can be repeated without harm: the same key from the same device is given the first answer. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessage"];
            };
        };
        responses: {
            /** @description The message as it is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrRequestNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["PeopleApart"];
            410: components["responses"]["AccountDeleted"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Chains and bounds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Configuration"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    lookAtContactCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenCode"];
            };
        };
        responses: {
            /** @description Who it is, and how they stand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["CodeOver"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    useContactCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenCode"];
            };
        };
        responses: {
            /** @description How they stand now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["CodeOver"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversations"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    openConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenConversation"];
            };
        };
        responses: {
            /** @description The two already had it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Opened */
            201: {
                headers: {
                    /** @description Where the conversation is. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrRequestNeeded"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeGroup"];
            };
        };
        responses: {
            /** @description The group as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen by who sends it. */
                attachment: components["parameters"]["attachment"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The span that was asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            416: components["responses"]["RangeUnsatisfiable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen by who sends it. */
                attachment: components["parameters"]["attachment"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginUpload"];
            };
        };
        responses: {
            /** @description What has arrived of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AttachmentTaken"];
            413: components["responses"]["AttachmentTooLargeOrContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
            507: components["responses"]["StoreFull"];
        };
    };
    cancelUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen by who sends it. */
                attachment: components["parameters"]["attachment"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing of it waits to be sent */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    completeUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen by who sends it. */
                attachment: components["parameters"]["attachment"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it is there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AttachmentIncomplete"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    putPart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen by who sends it. */
                attachment: components["parameters"]["attachment"];
                id: components["parameters"]["id"];
                /** @description From 1. */
                part: components["parameters"]["part"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The part is there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AttachmentTaken"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["StoreFull"];
        };
    };
    signPartDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen by who sends it. */
                attachment: components["parameters"]["attachment"];
                id: components["parameters"]["id"];
                /** @description From 1. */
                part: components["parameters"]["part"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request, or nothing where parts go through Parley */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Way"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    signPartUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen by who sends it. */
                attachment: components["parameters"]["attachment"];
                id: components["parameters"]["id"];
                /** @description From 1. */
                part: components["parameters"]["part"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartSum"];
            };
        };
        responses: {
            /** @description The request, or nothing where parts go through Parley */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Way"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AttachmentTaken"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    readBackup: {
        parameters: {
            query?: {
                /** @description Behind this seq, from the lowest. */
                after?: string;
                /** @description Before this seq. */
                before?: string;
                /** @description How many entries at most: 1 to 500. */
                limit?: string;
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is backed up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupPage"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    keepBackup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepBackup"];
            };
        };
        responses: {
            /** @description It is kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AccountKeyChanged"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    listBans: {
        parameters: {
            query?: {
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bans"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    ban: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: components["parameters"]["account"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Banned */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    unban: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: components["parameters"]["account"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not banned any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    commit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this command, so that it can be repeated without harm: the same key from the same device is given the first answer. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeCommit"];
            };
        };
        responses: {
            /** @description The commit is in the log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Committed"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["EpochConflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CommitInvalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCommit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seq: number;
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The commit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LargeCommit"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMemberDevices: {
        parameters: {
            query?: {
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberDevices"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description Entries with a higher number, from the lowest. Not with 'before'. */
                after?: number;
                /** @description Entries with a lower number, up to the highest. */
                before?: number;
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entries"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    findFormerDevices: {
        parameters: {
            query: {
                /** @description The devices; given once for each. */
                device: unknown;
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are known */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberDevices"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    hideMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HideMessages"];
            };
        };
        responses: {
            /** @description Hidden */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInviteLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that nobody revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteLinks"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createInviteLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInviteLink"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteLink"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["TooManyInviteLinks"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeInviteLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
                link: components["parameters"]["link"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody comes in by it any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listJoinRequests: {
        parameters: {
            query?: {
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinRequests"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    decideJoinRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: components["parameters"]["account"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinDecision"];
            };
        };
        responses: {
            /** @description Decided */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["GroupFull"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    claimKeyPackages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimKeyPackages"];
            };
        };
        responses: {
            /** @description One for every device that had any */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimedKeyPackages"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupListing"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    putListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListGroup"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupListing"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not listed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMembers"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    addMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddMembers"];
            };
        };
        responses: {
            /** @description They are members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedMembers"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["GroupFull"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NoSuchAccount"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: components["parameters"]["account"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No member any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastOwner"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: components["parameters"]["account"];
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Role"];
            };
        };
        responses: {
            /** @description The member has this role */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastOwner"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReceipts: {
        parameters: {
            query?: {
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                seq: number;
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipts"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrNotYourMessage"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGroupEpoch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest epoch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupEpoch"];
                };
            };
            /** @description Nobody has begun the group yet */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPicture: {
        parameters: {
            query?: {
                /** @description Pixels of each edge; fewer when what was sent has fewer. 512 when it is not said. */
                size?: components["parameters"]["size"];
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description It is the one that the caller has */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setPicture: {
        parameters: {
            query?: {
                /** @description Pixels of each edge of the square that is shown, in what is sent. */
                size?: number;
                /** @description Pixels left of the square that is shown. */
                x?: components["parameters"]["x"];
                /** @description Pixels above the square that is shown. */
                y?: components["parameters"]["y"];
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
            };
        };
        responses: {
            /** @description The group has this picture */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaTypeOrUnsupportedPicture"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    removePicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group has no picture */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listScheduledMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessages"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    scheduleMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleMessage"];
            };
        };
        responses: {
            /** @description This cid had scheduled it before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessage"];
                };
            };
            /** @description Scheduled */
            201: {
                headers: {
                    /** @description Where the message waits. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessage"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrTooManyScheduled"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AlreadySent"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotAnMlsMessage"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelScheduledMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                message: string;
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will not be sent */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConversationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationSettings"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeConversationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationSettingsChange"];
            };
        };
        responses: {
            /** @description What holds from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationSettings"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeTip: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this command, so that it can be repeated without harm: the same key from the same device is given the first answer. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeTip"];
            };
        };
        responses: {
            /** @description This key had promised it before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromisedTip"];
                };
            };
            /** @description Promised */
            201: {
                headers: {
                    /** @description Where the tip is. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromisedTip"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["PayerWalletNeededOrPeopleApartOrRecipientWalletNeededOrRequestPaidOrTipLimitExceeded"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequestsOrTooManyTips"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    getWelcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Welcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Welcome"];
                };
            };
            /** @description None waits */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWelcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None waits */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    decrypt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EncryptedText"];
            };
        };
        responses: {
            /** @description The text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlainText"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerDeviceKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceKey"];
            };
        };
        responses: {
            /** @description This is the key now */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    stateDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateDevice"];
            };
        };
        responses: {
            /** @description It is stated */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AccountKeyChangedOrDeviceKeyNeeded"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["StatementInvalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "application/json": components["schemas"]["EmailToken"];
            };
        };
        responses: {
            /** @description The address belongs to this account now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedAccount"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["EmailTaken"];
            410: components["responses"]["EmailLinkRefused"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    encrypt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlainText"];
            };
        };
        responses: {
            /** @description The encrypted text; another one for each call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EncryptedText"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Groups"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this wish, so that it can be repeated after any failure. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateGroup"];
            };
        };
        responses: {
            /** @description The same key had made it before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    /** @description Where the conversation is. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NoSuchAccount"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createNamedGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this command, so that it can be repeated without harm: the same key from the same device is given the first answer. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateNamedGroup"];
            };
        };
        responses: {
            /** @description The same key had made it before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    /** @description Where the group is. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NoSuchAccount"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: components["parameters"]["groupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteNamedGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: components["parameters"]["groupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeNamedGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: components["parameters"]["groupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeGroup"];
            };
        };
        responses: {
            /** @description The group as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    addNamedMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: components["parameters"]["groupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddNamedMember"];
            };
        };
        responses: {
            /** @description The group as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["GroupFull"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NoSuchAccount"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listNamedMembers: {
        parameters: {
            query?: {
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                groupId: components["parameters"]["groupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMembers"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeNamedMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: components["parameters"]["groupId"];
                /** @description A user name, the id of an account, or 'me'. */
                member: components["parameters"]["member"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No member any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastOwner"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setNamedRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: components["parameters"]["groupId"];
                /** @description A user name, the id of an account, or 'me'. */
                member: components["parameters"]["member"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Role"];
            };
        };
        responses: {
            /** @description The member has this role */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastOwner"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroupMessages: {
        parameters: {
            query?: {
                /** @description Behind this seq, from the lowest. Not with 'before'. */
                after?: string;
                /** @description Before this seq, up to the highest. */
                before?: string;
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                groupId: components["parameters"]["groupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Messages"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendToGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this command, so that it can be repeated without harm: the same key from the same device is given the first answer. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                groupId: components["parameters"]["groupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendToGroup"];
            };
        };
        responses: {
            /** @description The message as it is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotAnMlsMessage"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInterests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterestCatalogue"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    addInterest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddInterest"];
            };
        };
        responses: {
            /** @description There is one by that name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interest"];
                };
            };
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interest"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["TooManyPendingInterests"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    joinGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description In the group, or waiting */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["InvitationOver"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["GroupFull"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
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
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description The group, as a stranger may know it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["InvitationOver"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKeyLogEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyLogEntries"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getKeyLogCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyLogCheckpoint"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    proveConsistency: {
        parameters: {
            query: {
                /** @description The size of the earlier tree, from 1. */
                from: string;
                /** @description The size of the later tree. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyLogProof"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    proveInclusion: {
        parameters: {
            query: {
                /** @description The place of the leaf, from 0. */
                place: string;
                /** @description The size of the tree. */
                size: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyLogProof"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getKeyPackages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredKeyPackages"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishKeyPackages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishKeyPackages"];
            };
        };
        responses: {
            /** @description Published */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredKeyPackages"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrTooManyKeyPackages"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["DeviceKeyNeeded"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["KeyPackageInvalid"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    findGroups: {
        parameters: {
            query?: {
                /** @description The id of an interest; may be named several times. */
                interest?: number[];
                /** @description Words of a name or a description. */
                q?: string;
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupsFound"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    joinListedGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the group, or waiting */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["GroupFull"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    findPeople: {
        parameters: {
            query: {
                /** @description The beginning of a user name. */
                username: string;
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    discoverPeople: {
        parameters: {
            query?: {
                /** @description The id of an interest; may be named several times. */
                interest?: number[];
                /** @description Words of a name, or of what people write about themselves. */
                q?: string;
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleFound"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    lookUpPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUp"];
            };
        };
        responses: {
            /** @description One person, or nobody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleFound"];
                };
            };
            400: components["responses"]["InvalidInputOrLookUpRefused"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    listPeoplePictures: {
        parameters: {
            query: {
                /** @description The id of an account; named once for each person. */
                id: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has which picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PicturesOfPeople"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonPicture: {
        parameters: {
            query?: {
                /** @description 'allowed' when the caller follows redirects: where the store of uploads gives addresses of its own (S3), the bytes then come from there. */
                redirect?: "allowed";
                /** @description Pixels of each edge; fewer when what was sent has fewer. 512 when it is not said. */
                size?: components["parameters"]["size"];
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
                picture: components["parameters"]["picture"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description It is the one that the caller has */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is at an address of the store, for a minute */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonProfile"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An id that the caller makes for this report. */
                report: string;
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Report"];
            };
        };
        responses: {
            /** @description Told, now or before */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How they stand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    askToTalk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskToTalk"];
            };
        };
        responses: {
            /** @description The two stood so already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Asked, or agreed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbiddenOrRequestUnwelcome"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["RequestResting"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None of the caller's waits */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    answerRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestAnswer"];
            };
        };
        responses: {
            /** @description How they stand now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    putPushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscription"];
            };
        };
        responses: {
            /** @description Known from now on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deletePushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Called no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description Those received, sent, or received and ignored. */
                box?: "received" | "sent" | "ignored";
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRequests"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endAllSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
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
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeSession: {
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
                "application/json": components["schemas"]["SessionChange"];
            };
        };
        responses: {
            /** @description The session with the new name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSocketTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocketTicket"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    sync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncRequest"];
            };
        };
        responses: {
            /** @description What came; nothing when the wait is over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sync"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["SessionEndedOrUnauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ResyncNeeded"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTips: {
        parameters: {
            query?: {
                /** @description The 'next' of the page before. */
                before?: string;
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tips */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tips"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tip: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tip */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tip"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelTip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tip: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody waits for it any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["TipOver"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    claimTip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tip: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimTip"];
            };
        };
        responses: {
            /** @description The tip, which is followed now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tip"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["TipOver"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["TransactionRefusedOrTransactionUnsent"];
            429: components["responses"]["OwnBudgetExhaustedOrTooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["BudgetExhaustedOrUnavailable"];
        };
    };
    listUsers: {
        parameters: {
            query: {
                /** @description The beginning of a user name. */
                username: string;
                /** @description 'next' of the page before. */
                after?: components["parameters"]["after"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user name or the id of an account. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["AccountDeleted"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWalletName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The name, if it has one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletName"];
                };
            };
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["EmailUnverifiedOrForbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
}
