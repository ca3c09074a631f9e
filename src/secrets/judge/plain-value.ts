import { wordsOf } from '../value/credential-key.ts';
import { hasSequence, isFamiliarShape, isWordy } from '../value/entropy.ts';
import { isDefaultCredential, speaksOfItself } from '../value/placeholder.ts';

/** Last words of settings whose values are names, choices and addresses. */
const settingWords = new Set(
  `level log logs logging logger format mode type kind name names version class driver engine dialect charset encoding locale language timezone
  theme color colour channel channels title text description summary message messages subject body label labels tag tags image repository branch revision ref
  group groups by route routes receiver receivers match matcher matchers equal job jobs instance cluster clusters node nodes pod pods namespace
  namespaces container containers zone zones region regions datacenter rack shard replica replicas backend backends frontend frontends upstream upstreams
  server servers host hosts hostname address addresses endpoint endpoints listen listener bind interface device devices path paths dir directory file
  files filename prefix suffix pattern patterns regex regexp template templates rule rules filter filters query expr expression field fields
  column columns table tables index indexes database databases db schema catalog topic topics queue queues exchange stream bucket buckets scheme
  protocol protocols method methods algorithm algorithms cipher ciphers compression codec serializer plugin plugins module modules extension
  provider providers source sources target targets sink output outputs input inputs policy policies strategy role roles user users username
  app application component owner team project projects org organization tenant account accounts domain domains realm issuer audience scope scopes permission permissions email
  from to cc sender recipient recipients environment env stage profile profiles site location country state city unit units size limit timeout
  interval period duration schedule cron date time year id ids uid uuid guid sku model family platform arch os storage volume disk
  package packages artifact chart release build command entrypoint script scripts action actions event events hook handler
  handlers middleware middlewares comment note notes default fallback encoder decoder parser store stores dn ou cn base priority severity status
  features feature flags flag enabled disabled icon logo view dashboard datasource folder panel metric metrics annotation annotations feature-gates
  connector connectors dsn uri url urls link links proxy gateway ingress port ports subnet network networks cidr vlan interface mac`.split(
    /\s+/,
  ),
);

/** Words that technology is called by, and that a number often follows: `postgres15`, `http2`. */
const technology =
  /^(?:postgres(?:ql)?|mysql|mariadb|oracle|mongo(?:db)?|redis|kafka|elastic(?:search)?|opensearch|logstash|kibana|grafana|prometheus|thanos|graphite|influx(?:db)?|windows|ubuntu|debian|centos|rhel|fedora|alpine|rocky|suse|python|node(?:js)?|java|golang|dotnet|angular|react|oauth|openid|saml|ldap|kerberos|ipsec|https?|grpc|snmp|syslog|rfc|route|disk|cluster|server|worker|master|slave|host|replica|primary|secondary|instance|region|zone|shard|rack|site|group|team|level|layer|tier|stage|phase|step|part|page|item|index|slot|port|channel|queue|topic|bucket|volume|tenant|user|client|member|peer|broker|backend|frontend|upstream|target|source|input|output|option|profile|version|release|build|chart|label|field|column|table|event|job|task|test|service|gateway|proxy|router|switch|bridge|vlan|subnet|network|device|sensor|camera|room|floor|building|customer|partner|vendor|store|shop|website|domain|realm|project|organi[sz]ation|department|unit|plan|price|stripe|receiver|schema|(?:north|south|east|west|central|us|eu|uk|asia|europe|germany|france|japan|australia|brazil|canada|india|korea|norway|sweden|switzerland|uae|poland|italy|israel|qatar|spain|mexico)+)$/i;

/** Whether a key is that of a setting whose values are names, choices and addresses. */
export function namesSetting(key: string): boolean {
  return settingWords.has(wordsOf(key).at(-1) ?? '');
}

/**
 * Whether a value in a configuration file inside a Secret is one that somebody made up, under a key that says nothing of it:
 * `foo: hunter2`. Numbers, choices, hosts, paths, words and what technology is called are configuration.
 */
export function isMadeUp(value: string, key: string): boolean {
  if (!/^[\w.!@#$%^&*?~+-]{6,64}$/.test(value) || /^[$%#@*.-]/.test(value)) return false;
  if (namesSetting(key) || isFamiliarShape(value) || hasSequence(value)) return false;
  const [, word, number] = /^([A-Za-z]{2,})(\d{1,4})$/.exec(value) ?? [];
  if (word !== undefined && number !== undefined)
    return word.length > 4 && !technology.test(word) && !speaksOfItself(word) && !isDefaultCredential(word);
  if (isWordy(value) || /^[a-z]{1,4}\d{1,4}[a-z]{0,4}$/i.test(value)) return false;
  const runs = value.split(/[^A-Za-z0-9]+/).filter((run) => run !== '');
  return runs.length <= 2 && runs.some((run) => isMixed(run) || (run.length >= 8 && !isWordy(run)));
}

/** Letters with digits in between, as in `s3cr3t`, and not a name before its number. */
function isMixed(run: string): boolean {
  return run.length >= 6 && /[A-Za-z]\d+[A-Za-z]/.test(run) && /[A-Za-z].*[A-Za-z].*[A-Za-z]/.test(run);
}
