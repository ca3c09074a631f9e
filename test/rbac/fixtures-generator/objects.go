package main

import (
	"fmt"
	"slices"

	rbacv1 "k8s.io/api/rbac/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/kubernetes/pkg/registry/rbac/validation"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy"
)

// Strings that rules mention: those that match, look alike, or mean nothing.
var (
	verbs     = []string{"get", "list", "create", "bind", "*", "Get", ""}
	groups    = []string{"", "apps", "rbac.authorization.k8s.io", "*", "Apps", "ap*"}
	resources = []string{"pods", "pods/log", "deployments", "deployments/scale", "secrets", "*", "*/scale", "*/*", "Pods", "pods/*", "*/log/x"}
	names     = []string{"x", "y", "*"}
	urls      = []string{"/healthz", "/healthz/*", "/api*", "*", "/a/*/b", "healthz"}
)

func several(from []string, least, most int) []string {
	list := []string{}
	for range least + random.Intn(most-least+1) {
		list = append(list, pick(from))
	}
	return list
}

func someRules(least, most int) []rbacv1.PolicyRule {
	rules := []rbacv1.PolicyRule{}
	for range least + random.Intn(most-least+1) {
		rules = append(rules, someRule())
	}
	return rules
}

// Half of the rules say all that a rule needs to allow something.
func someRule() rbacv1.PolicyRule {
	least := random.Intn(2)
	if random.Intn(6) == 0 {
		return rbacv1.PolicyRule{Verbs: several(verbs, least, 3), NonResourceURLs: several(urls, least, 2)}
	}
	rule := rbacv1.PolicyRule{Verbs: several(verbs, least, 3), APIGroups: several(groups, least, 3), Resources: several(resources, least, 3)}
	if random.Intn(4) == 0 {
		rule.ResourceNames = several(names, least, 2)
	}
	return rule
}

// The rule with one of its lists longer, shorter or another one.
func changed(rule rbacv1.PolicyRule) rbacv1.PolicyRule {
	change := func(list, from []string) []string {
		switch random.Intn(3) {
		case 0:
			return append(slices.Clone(list), pick(from))
		case 1:
			return slices.Clone(list[:max(0, len(list)-1)])
		default:
			return several(from, 1, 3)
		}
	}
	switch random.Intn(5) {
	case 0:
		rule.Verbs = change(rule.Verbs, verbs)
	case 1:
		rule.APIGroups = change(rule.APIGroups, groups)
	case 2:
		rule.Resources = change(rule.Resources, resources)
	case 3:
		rule.ResourceNames = change(rule.ResourceNames, names)
	}
	return rule
}

// What a repository holds.
type objects struct {
	roles               []*rbacv1.Role
	roleBindings        []*rbacv1.RoleBinding
	clusterRoles        []*rbacv1.ClusterRole
	clusterRoleBindings []*rbacv1.ClusterRoleBinding
}

var subjects = []rbacv1.Subject{
	{Kind: "User", APIGroup: rbacv1.GroupName, Name: "jane"},
	{Kind: "User", APIGroup: rbacv1.GroupName, Name: "*"},
	{Kind: "Group", APIGroup: rbacv1.GroupName, Name: "dev"},
	{Kind: "Group", APIGroup: rbacv1.GroupName, Name: "system:serviceaccounts:a"},
	{Kind: "Group", APIGroup: rbacv1.GroupName, Name: "system:authenticated"},
	{Kind: "Group", APIGroup: rbacv1.GroupName, Name: "system:unauthenticated"},
	{Kind: "ServiceAccount", Name: "x", Namespace: "a"},
	{Kind: "ServiceAccount", Name: "y", Namespace: "b"},
	{Kind: "User", APIGroup: rbacv1.GroupName, Name: "system:serviceaccount:a:x"},
}

// Roles of each kind, some of which take others in by their labels, and bindings to them, to default roles and to none.
func someObjects() objects {
	var made objects
	for index := range 5 {
		role := &rbacv1.ClusterRole{
			TypeMeta:   metav1.TypeMeta{APIVersion: rbacv1.SchemeGroupVersion.String(), Kind: "ClusterRole"},
			ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("c%d", index), Labels: map[string]string{pick([]string{"x", "y"}): pick([]string{"1", "2"})}},
			Rules:      someRules(1, 2),
		}
		if random.Intn(4) == 0 {
			role.Labels["rbac.authorization.k8s.io/aggregate-to-view"] = "true"
		}
		if random.Intn(3) == 0 {
			role.AggregationRule = &rbacv1.AggregationRule{ClusterRoleSelectors: []metav1.LabelSelector{someSelector()}}
		}
		made.clusterRoles = append(made.clusterRoles, role)
	}
	for index, namespace := range []string{"a", "b", "a"} {
		made.roles = append(made.roles, &rbacv1.Role{
			TypeMeta:   metav1.TypeMeta{APIVersion: rbacv1.SchemeGroupVersion.String(), Kind: "Role"},
			ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("r%d", index), Namespace: namespace},
			Rules:      someRules(1, 2),
		})
	}
	for index := range 3 {
		made.clusterRoleBindings = append(made.clusterRoleBindings, &rbacv1.ClusterRoleBinding{
			TypeMeta:   metav1.TypeMeta{APIVersion: rbacv1.SchemeGroupVersion.String(), Kind: "ClusterRoleBinding"},
			ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("b%d", index)},
			RoleRef:    clusterRole(),
			Subjects:   []rbacv1.Subject{pick(subjects), pick(subjects)},
		})
	}
	for index, namespace := range []string{"a", "b", "a", "b"} {
		ref := clusterRole()
		if index < 2 || random.Intn(2) == 0 {
			ref = rbacv1.RoleRef{APIGroup: rbacv1.GroupName, Kind: "Role", Name: pick([]string{"r0", "r1", "r2"})}
		}
		made.roleBindings = append(made.roleBindings, &rbacv1.RoleBinding{
			TypeMeta:   metav1.TypeMeta{APIVersion: rbacv1.SchemeGroupVersion.String(), Kind: "RoleBinding"},
			ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("b%d", index), Namespace: namespace},
			RoleRef:    ref,
			Subjects:   []rbacv1.Subject{pick(subjects), pick(subjects)},
		})
	}
	return made
}

func clusterRole() rbacv1.RoleRef {
	name := pick([]string{"c0", "c1", "c2", "c3", "c4", "view", "nobody"})
	return rbacv1.RoleRef{APIGroup: rbacv1.GroupName, Kind: "ClusterRole", Name: name}
}

func someSelector() metav1.LabelSelector {
	if random.Intn(2) == 0 {
		return metav1.LabelSelector{MatchLabels: map[string]string{"x": pick([]string{"1", "2"})}}
	}
	operator := pick([]metav1.LabelSelectorOperator{metav1.LabelSelectorOpIn, metav1.LabelSelectorOpNotIn, metav1.LabelSelectorOpExists})
	requirement := metav1.LabelSelectorRequirement{Key: pick([]string{"x", "y"}), Operator: operator}
	if operator != metav1.LabelSelectorOpExists {
		requirement.Values = several([]string{"1", "2"}, 1, 2)
	}
	return metav1.LabelSelector{MatchExpressions: []metav1.LabelSelectorRequirement{requirement}}
}

func (made objects) rules() []rbacv1.PolicyRule {
	var rules []rbacv1.PolicyRule
	for _, role := range made.clusterRoles {
		rules = append(rules, role.Rules...)
	}
	for _, role := range made.roles {
		rules = append(rules, role.Rules...)
	}
	return rules
}

func (made objects) manifests() []any {
	var all []any
	for _, each := range made.clusterRoles {
		all = append(all, each)
	}
	for _, each := range made.roles {
		all = append(all, each)
	}
	for _, each := range made.clusterRoleBindings {
		all = append(all, each)
	}
	for _, each := range made.roleBindings {
		all = append(all, each)
	}
	return all
}

// The authorizer of a cluster that has the objects and Kubernetes' own.
func authorizerOf(made objects) *rbac.RBACAuthorizer {
	roles, roleBindings := slices.Clone(made.roles), slices.Clone(made.roleBindings)
	clusterRoles, clusterRoleBindings := []*rbacv1.ClusterRole{}, slices.Clone(made.clusterRoleBindings)
	for _, role := range made.clusterRoles {
		clusterRoles = append(clusterRoles, role.DeepCopy())
	}
	for _, role := range append(bootstrappolicy.ClusterRoles(), bootstrappolicy.ControllerRoles()...) {
		clusterRoles = append(clusterRoles, role.DeepCopy())
	}
	for _, binding := range append(bootstrappolicy.ClusterRoleBindings(), bootstrappolicy.ControllerRoleBindings()...) {
		clusterRoleBindings = append(clusterRoleBindings, binding.DeepCopy())
	}
	for _, list := range bootstrappolicy.NamespaceRoles() {
		for _, role := range list {
			roles = append(roles, role.DeepCopy())
		}
	}
	for _, list := range bootstrappolicy.NamespaceRoleBindings() {
		for _, binding := range list {
			roleBindings = append(roleBindings, binding.DeepCopy())
		}
	}
	aggregate(clusterRoles)
	_, static := validation.NewTestRuleResolver(roles, roleBindings, clusterRoles, clusterRoleBindings)
	return rbac.New(static, static, static, static)
}

// What the controller comes to (syncClusterRole): the rules of all other roles that a selector takes in, until nothing changes.
func aggregate(roles []*rbacv1.ClusterRole) {
	slices.SortFunc(roles, func(a, b *rbacv1.ClusterRole) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	for isChanged := true; isChanged; {
		isChanged = false
		for _, role := range roles {
			if role.AggregationRule == nil {
				continue
			}
			rules := aggregated(role, roles)
			if fmt.Sprint(rules) != fmt.Sprint(role.Rules) {
				role.Rules, isChanged = rules, true
			}
		}
	}
}

func aggregated(role *rbacv1.ClusterRole, roles []*rbacv1.ClusterRole) []rbacv1.PolicyRule {
	rules := []rbacv1.PolicyRule{}
	for index := range role.AggregationRule.ClusterRoleSelectors {
		selector, err := metav1.LabelSelectorAsSelector(&role.AggregationRule.ClusterRoleSelectors[index])
		if err != nil {
			panic(err)
		}
		for _, other := range roles {
			if other.Name == role.Name || !selector.Matches(labels.Set(other.Labels)) {
				continue
			}
			for _, rule := range other.Rules {
				isNew := !slices.ContainsFunc(rules, func(own rbacv1.PolicyRule) bool { return fmt.Sprint(own) == fmt.Sprint(rule) })
				if isNew {
					rules = append(rules, rule)
				}
			}
		}
	}
	return rules
}
