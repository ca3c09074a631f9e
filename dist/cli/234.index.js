export const id = 234;
export const ids = [234];
export const modules = {

/***/ 7234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   redact: () => (/* binding */ redact),
/* harmony export */   redactText: () => (/* binding */ redactText)
/* harmony export */ });
/* harmony import */ var _secrets_tokens_tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5475);

const hidden = '••••';
/** A user and password in a URL, but one that is hidden already. */
const urlPassword = /\b([a-z][a-z0-9+.-]*:\/\/[^\s/?#'":@]*):(?!••••)[^\s/?#'"@]+@/gi;
/**
 * Text for a reader without the credentials in it: provider tokens, private keys, passwords of URLs. A rule hides the secrets it
 * finds; this hides those that are where no rule looks for them, as in a name, a key, a path, a branch or a commit's subject.
 */
function redactText(text) {
    let redacted = '';
    let at = 0;
    for (const { start, end, secret } of (0,_secrets_tokens_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findTokens */ .G)(text)) {
        const whole = text.slice(start, end);
        redacted += text.slice(at, start) + (whole.includes(secret) ? whole.replaceAll(secret, hidden) : hidden);
        at = end;
    }
    return (redacted + text.slice(at)).replace(urlPassword, `$1:${hidden}@`);
}
/** The same for every text in a value, its keys included; what needs nothing is given back as it is. */
function redact(value) {
    return redactValue(value);
}
function redactValue(value) {
    if (typeof value === 'string')
        return redactText(value);
    if (Array.isArray(value)) {
        const items = value.map(redactValue);
        return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value))
        return value;
    if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
        return value;
    const entries = Object.entries(value).map(([key, item]) => [redactText(key), redactValue(item)]);
    const before = Object.entries(value);
    const isSame = entries.every(([key, item], index) => key === before[index]?.[0] && item === before[index]?.[1]);
    return isSame ? value : Object.fromEntries(entries);
}


/***/ })

};
