// Kubeconfig: the way into a cluster's Kubernetes API, as a JSON document. No
// Kubernetes stands behind it unless the owner of the API provides one; all its
// secrets are made when the program first runs.

package dataplatformtest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"math/big"
	"net/http"
	"sync"
	"time"
)

// keys are the secrets of an API's kubeconfigs.
type keys struct {
	secret    [32]byte // user tokens are derived from it
	once      sync.Once
	authority []byte // PEM
	err       error
}

func (k *keys) init() { _, _ = rand.Read(k.secret[:]) } // never fails

// secretsRecord is what a Store keeps of the keys.
type secretsRecord struct {
	Secret    []byte `json:"secret"`
	Authority []byte `json:"authority"`
}

// record makes the certificate authority now, so that it stays the same.
func (k *keys) record() []byte {
	authority, err := k.certificate(time.Now())
	if err != nil {
		return nil
	}
	raw, err := json.Marshal(secretsRecord{k.secret[:], authority})
	if err != nil { // two byte slices
		return nil
	}
	return raw
}

func (k *keys) restore(raw []byte) error {
	var in secretsRecord
	if err := json.Unmarshal(raw, &in); err != nil {
		return err
	}
	if len(in.Secret) != len(k.secret) || len(in.Authority) == 0 {
		return errors.New("the secrets are incomplete")
	}
	copy(k.secret[:], in.Secret)
	k.once.Do(func() { k.authority = in.Authority })
	return nil
}

// KubernetesCluster is a cluster for which somebody asks the kubeconfig.
type KubernetesCluster struct {
	ID   string
	Name string
	// Token is the bearer token that the kubeconfig will have; it is the same
	// for the cluster each time.
	Token string
}

// KubernetesAccess is where a cluster's Kubernetes API is and what opens it.
type KubernetesAccess struct {
	// Server is its URL; "" is one where nobody answers.
	Server string
	// Authority is the certificate authority that signed the server's
	// certificate, in PEM; nil is that of the emulator.
	Authority []byte
	// Token replaces the bearer token when it isn't "".
	Token string
}

// WithKubernetes puts real Kubernetes APIs behind the kubeconfigs: access is
// asked each time that the kubeconfig of an available cluster is read, from many
// goroutines at once. Its error is answered as a 503.
func WithKubernetes(access func(KubernetesCluster) (KubernetesAccess, error)) Option {
	return func(c *config) { c.kubernetes = access }
}

// token is the same for a cluster each time.
func (k *keys) token(cluster identifier) string {
	mac := hmac.New(sha256.New, k.secret[:])
	mac.Write(cluster[:])
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// certificate makes the certificate authority when it is first asked for.
func (k *keys) certificate(now time.Time) ([]byte, error) {
	k.once.Do(func() {
		var der []byte
		der, _, k.err = selfSigned(&x509.Certificate{
			Subject:   pkix.Name{CommonName: "dataplatformtest Kubernetes"},
			NotBefore: now.Add(-time.Hour),
			NotAfter:  now.AddDate(10, 0, 0),
			KeyUsage:  x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
			IsCA:      true, BasicConstraintsValid: true,
		})
		k.authority = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	})
	return k.authority, k.err
}

// selfSigned signs a certificate with a new key of its own.
func selfSigned(template *x509.Certificate) ([]byte, *ecdsa.PrivateKey, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, nil, err
	}
	template.SerialNumber = big.NewInt(1)
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	return der, key, err
}

func (a *API) getKubeconfig(c *call) (answer, *problem) {
	id, name, p := a.reachable(c)
	if p != nil {
		return answer{}, p
	}
	authority, err := a.keys.certificate(c.now)
	if err != nil {
		return answer{}, newProblem(http.StatusInternalServerError, "internal", "the certificate authority could not be made: %v", err)
	}
	// The reserved domain says that nobody is there.
	access := KubernetesAccess{
		Server: "https://" + id.String() + ".kubernetes.invalid:6443", Authority: authority, Token: a.keys.token(id),
	}
	if a.kubernetes != nil {
		given, err := a.kubernetes(KubernetesCluster{id.String(), name, access.Token})
		if err != nil {
			return answer{}, newProblem(http.StatusServiceUnavailable, "kubernetes", "the Kubernetes API of the cluster can't be had: %v", err)
		}
		access.replace(given)
	}
	raw, err := json.Marshal(kubeconfig(name, access))
	if err != nil {
		return answer{}, newProblem(http.StatusInternalServerError, "internal", "the kubeconfig could not be encoded: %v", err)
	}
	return answer{status: http.StatusOK, body: raw}, nil
}

// reachable answers the cluster whose kubeconfig was asked for, when it has one.
func (a *API) reachable(c *call) (identifier, string, *problem) {
	a.store.mu.RLock()
	defer a.store.mu.RUnlock()
	r, p := a.findCluster(c)
	if p != nil {
		return identifier{}, "", p
	}
	if state := r.state(); !r.deployed || state == StateDestroying || state == StateTerminated {
		return identifier{}, "", newProblem(http.StatusConflict, codeConflict,
			"the cluster %s is %s, it has a kubeconfig when it is %s", r.id, state, StateAvailable)
	}
	return r.id, r.name, nil
}

// replace takes over what is given.
func (a *KubernetesAccess) replace(given KubernetesAccess) {
	if given.Server != "" {
		a.Server = given.Server
	}
	if len(given.Authority) > 0 {
		a.Authority = given.Authority
	}
	if given.Token != "" {
		a.Token = given.Token
	}
}

// kubeconfig is the document, with the context that is used by default.
func kubeconfig(name string, access KubernetesAccess) any {
	type object = map[string]any
	user := name + "-user"
	return object{
		"apiVersion": "v1",
		"kind":       "Config",
		"clusters": []object{{"name": name, "cluster": object{
			"server":                     access.Server,
			"certificate-authority-data": access.Authority, // []byte encodes as base64
		}}},
		"users": []object{{"name": user, "user": object{"token": access.Token}}},
		"contexts": []object{{"name": name, "context": object{
			"cluster": name, "user": user, "namespace": "default",
		}}},
		"current-context": name,
		"preferences":     object{},
	}
}
