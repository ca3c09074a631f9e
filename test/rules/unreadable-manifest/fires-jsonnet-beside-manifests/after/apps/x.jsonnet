{kind: "Cluster" + "RoleBinding"}
