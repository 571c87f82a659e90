// Kubeconfig: the way into a cluster's Kubernetes API, as a JSON document. No
// Kubernetes stands behind it; all its secrets are made when the program runs.

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
	raw, err := json.Marshal(kubeconfig(id, name, authority, a.keys.token(id)))
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

// kubeconfig is the document, with the context that is used by default.
func kubeconfig(id identifier, name string, authority []byte, token string) any {
	type object = map[string]any
	user := name + "-user"
	return object{
		"apiVersion": "v1",
		"kind":       "Config",
		"clusters": []object{{"name": name, "cluster": object{
			// The reserved domain says that nobody is there.
			"server":                     "https://" + id.String() + ".kubernetes.invalid:6443",
			"certificate-authority-data": authority, // []byte encodes as base64
		}}},
		"users": []object{{"name": user, "user": object{"token": token}}},
		"contexts": []object{{"name": name, "context": object{
			"cluster": name, "user": user, "namespace": "default",
		}}},
		"current-context": name,
		"preferences":     object{},
	}
}
