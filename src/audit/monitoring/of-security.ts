const security =
  /audit|falco|tetragon|intrusion|unauthori[sz]ed|privilege|escalat|tamper|malware|vulnerab|kyverno|gatekeeper|policy_?violation|admission|rbac|security|suspicious|breach|kube-?apiserver|guardduty|trivy/i;

/** Whether a name or text speaks of what security teams watch. */
export function isOfSecurity(text: string): boolean {
  return security.test(text);
}
