export const id = 800;
export const ids = [800,8419];
export const modules = {

/***/ 98419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ strings),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   am: () => (/* binding */ isSameValue),
/* harmony export */   cZ: () => (/* binding */ valueUnder),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pi: () => (/* binding */ isMapping),
/* harmony export */   pq: () => (/* binding */ mapping),
/* harmony export */   ws: () => (/* binding */ scalarText)
/* harmony export */ });
/** Whether a parsed value is a mapping. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value as a mapping; an empty one where it is something else. */
function mapping(value) {
    return isMapping(value) ? value : {};
}
/** The value as a list; an empty one where it is something else. */
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** The strings of a list; none where it is something else. */
function strings(value) {
    return list(value).filter((item) => typeof item === 'string');
}
/** A non-empty string, or undefined. */
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** The value under a path of keys; undefined where there is none. */
function valueUnder(value, ...keys) {
    let current = value;
    for (const key of keys)
        current = mapping(current)[key];
    return current;
}
/**
 * A scalar as text; '' for null, undefined, lists and mappings. `String` would throw on a mapping of our own reader, which an
 * author may put in any place.
 */
function scalarText(value) {
    if (typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}
/** A value as JSON, for comparing: large integers as their digits; empty for undefined. */
function json(value) {
    try {
        return JSON.stringify(value) ?? '';
    }
    catch {
        // Large integers, which are rare: asking about every value takes several times as long.
        return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item)) ?? '';
    }
}
/**
 * Whether two values are equal, whatever the order of keys, but for fields that are left out. Ends at the first difference, and
 * makes no texts: for many values that are asked about once.
 */
function isSameValue(one, other, isLeftOut = () => false) {
    if (one === other)
        return true;
    if (Array.isArray(one)) {
        return (Array.isArray(other) &&
            one.length === other.length &&
            one.every((item, index) => isSameValue(item, other[index], isLeftOut)));
    }
    if (!isMapping(one) || !isMapping(other))
        return false;
    const keysOf = (value) => Object.keys(value).filter((key) => !isLeftOut(key, value));
    const keys = keysOf(one);
    return (keys.length === keysOf(other).length &&
        keys.every((key) => Object.hasOwn(other, key) && isSameValue(one[key], other[key], isLeftOut)));
}


/***/ })

};
