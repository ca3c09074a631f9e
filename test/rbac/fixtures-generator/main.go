// Writes the fixtures of test/rbac: random rules and objects of a fixed seed, and what Kubernetes' own code says of them.
// In this folder: go run -mod=mod . ../fixtures
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"

	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
)

const (
	coverageCases = 220
	states        = 12
	// Of each state so many are asked, and as many kept that are allowed as that are not.
	asked     = 20_000
	questions = 14
)

var random = rand.New(rand.NewSource(1))

func main() {
	folder := os.Args[1]
	write(filepath.Join(folder, "coverage.json"),
		"Answers of Kubernetes 1.34.0: plugin/pkg/auth/authorizer/rbac over every request that the strings of the case and a fresh one allow. Cases are random; test/rbac/fixtures-generator made them.",
		repeat(coverageCases, coverageCase))
	write(filepath.Join(folder, "authorizer.json"),
		"Answers of Kubernetes 1.34.0: plugin/pkg/auth/authorizer/rbac with its default roles and bindings beside the objects, aggregated as pkg/controller/clusterroleaggregation does. Objects are random; test/rbac/fixtures-generator made them.",
		repeat(states, state))
}

// A head's rules and a base's, and whether some request is allowed by the head's alone.
type coverage struct {
	Head            []rbacv1.PolicyRule `json:"head"`
	Base            []rbacv1.PolicyRule `json:"base"`
	AuthorizerGains bool                `json:"authorizerGains"`
}

func coverageCase() coverage {
	head, base := someRules(1, 2), someRules(0, 3)
	// Of unrelated rules nearly all gain: often the base is the head with something changed.
	for random.Intn(3) > 0 && len(base) < 4 {
		base = append(base, changed(pick(head)))
	}
	gains := slices.ContainsFunc(requestsOver(append(slices.Clone(head), base...), ""), func(request authorizer.AttributesRecord) bool {
		return rbac.RulesAllow(request, head...) && !rbac.RulesAllow(request, base...)
	})
	return coverage{head, base, gains}
}

// A question and Kubernetes' answer.
type answer struct {
	User      string   `json:"user"`
	Groups    []string `json:"groups"`
	Verb      string   `json:"verb"`
	Group     string   `json:"group"`
	Resource  string   `json:"resource"`
	Name      string   `json:"name"`
	Path      string   `json:"path"`
	Namespace string   `json:"namespace"`
	Allowed   bool     `json:"allowed"`
}

type cluster struct {
	Objects []any    `json:"objects"`
	Answers []answer `json:"answers"`
}

var people = []user.DefaultInfo{
	{Name: "jane", Groups: []string{"dev", "system:authenticated"}},
	{Name: "bob", Groups: []string{"system:authenticated"}},
	{Name: "system:anonymous", Groups: []string{"system:unauthenticated"}},
	{Name: "system:serviceaccount:a:x", Groups: []string{"system:serviceaccounts", "system:serviceaccounts:a", "system:authenticated"}},
	{Name: "system:serviceaccount:b:y", Groups: []string{"system:serviceaccounts", "system:serviceaccounts:b", "system:authenticated"}},
}

func state() cluster {
	objects := someObjects()
	server := authorizerOf(objects)
	var allowed, refused []answer
	var requests []authorizer.AttributesRecord
	for _, namespace := range []string{"", "a", "b"} {
		requests = append(requests, requestsOver(objects.rules(), namespace)...)
	}
	for _, request := range sample(requests, asked) {
		request.User = &people[random.Intn(len(people))]
		decision, _, _ := server.Authorize(context.Background(), request)
		if decision == authorizer.DecisionAllow {
			allowed = append(allowed, answerOf(request, true))
		} else {
			refused = append(refused, answerOf(request, false))
		}
	}
	answers := append(sample(allowed, questions), sample(refused, questions)...)
	return cluster{objects.manifests(), answers}
}

func answerOf(request authorizer.AttributesRecord, isAllowed bool) answer {
	resource := request.Resource
	if request.Subresource != "" {
		resource += "/" + request.Subresource
	}
	return answer{
		User: request.User.GetName(), Groups: request.User.GetGroups(), Verb: request.Verb, Group: request.APIGroup,
		Resource: resource, Name: request.Name, Path: request.Path, Namespace: request.Namespace, Allowed: isAllowed,
	}
}

// requestsOver is every request over the strings that the rules mention and one fresh string of each sort; only what a server can get.
func requestsOver(rules []rbacv1.PolicyRule, namespace string) []authorizer.AttributesRecord {
	verbs, groups, names, paths := set("fresh"), set("fresh"), set("", "fresh"), set("/fresh")
	resources := set("fresh", "fresh/fresh")
	for _, rule := range rules {
		verbs.addAll(rule.Verbs)
		groups.addAll(rule.APIGroups)
		// Of a name "*" is no wildcard.
		names = append(names, rule.ResourceNames...)
		for _, url := range rule.NonResourceURLs {
			stem := strings.TrimRight(url, "*")
			for _, path := range []string{stem, stem + "fresh"} {
				if strings.HasPrefix(path, "/") {
					paths.add(path)
				}
			}
		}
		for _, resource := range rule.Resources {
			parent, sub, _ := strings.Cut(resource, "/")
			isNamed := parent != "*" && parent != ""
			if isNamed {
				resources.add(parent)
				resources.add(parent + "/fresh")
			}
			if sub != "" && !strings.Contains(sub, "*") {
				resources.add("fresh/" + sub)
				if isNamed {
					resources.add(resource)
				}
			}
		}
	}
	var requests []authorizer.AttributesRecord
	for _, verb := range verbs {
		for _, group := range groups {
			for _, resource := range resources {
				for _, name := range names {
					parent, sub, _ := strings.Cut(resource, "/")
					requests = append(requests, authorizer.AttributesRecord{
						Verb: verb, APIGroup: group, Resource: parent, Subresource: sub, Name: name, Namespace: namespace, ResourceRequest: true,
					})
				}
			}
		}
		if namespace != "" {
			continue
		}
		for _, path := range paths {
			requests = append(requests, authorizer.AttributesRecord{Verb: verb, Path: path})
		}
	}
	return requests
}

// A list without repetition, in the order of its making; "*" is no string of a request.
type distinct []string

func set(first ...string) distinct { return first }

func (list *distinct) add(text string) {
	if text != "*" && !slices.Contains(*list, text) {
		*list = append(*list, text)
	}
}

func (list *distinct) addAll(texts []string) {
	for _, text := range texts {
		list.add(text)
	}
}

func repeat[T any](count int, make func() T) []T {
	var all []T
	for range count {
		all = append(all, make())
	}
	return all
}

func pick[T any](list []T) T { return list[random.Intn(len(list))] }

func sample[T any](list []T, most int) []T {
	chosen := slices.Clone(list)
	random.Shuffle(len(chosen), func(i, j int) { chosen[i], chosen[j] = chosen[j], chosen[i] })
	return chosen[:min(most, len(chosen))]
}

func write[T any](file, origin string, cases []T) {
	lines := make([]string, len(cases))
	for index, each := range cases {
		line, err := json.Marshal(each)
		if err != nil {
			panic(err)
		}
		lines[index] = string(line)
	}
	text := fmt.Sprintf("{\n\"origin\": %q,\n\"cases\": [\n%s\n]\n}\n", origin, strings.Join(lines, ",\n"))
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		panic(err)
	}
}
